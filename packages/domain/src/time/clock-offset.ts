/** An answer that took longer tells too little: perhaps the computer slept, or its clock was set. */
const longestWay = 10_000;

/**
 * Tells how far the server's clock is ahead of this one, in milliseconds; negative when behind.
 * @param known what was known of it before; it stays where the answer tells too little
 */
export function clockOffset(
  serverTime: string,
  { sentAt, answeredAt, known }: { sentAt: number; answeredAt: number; known: number },
): number {
  const took = answeredAt - sentAt;
  if (took < 0 || took > longestWay) return known;
  return Date.parse(serverTime) - Math.ceil((sentAt + answeredAt) / 2);
}
