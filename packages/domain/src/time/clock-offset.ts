/** Tells how far the server's clock is ahead of this one, in milliseconds; negative when behind. */
export function clockOffset(serverTime: string, sentAt: number, answeredAt: number): number {
  return Date.parse(serverTime) - Math.ceil((sentAt + answeredAt) / 2);
}
