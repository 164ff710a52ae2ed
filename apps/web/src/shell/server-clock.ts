import { clockOffset } from '@timegrove/domain/time/clock-offset.ts';

// Kept, because a window that is opened without a connection has nobody to ask.
const name = 'timegrove-clock-offset';
let offset = readOffset();

/** Asks for something that carries the server's time and sets this window's clock by it. */
export async function timed<Answer extends { readonly serverTime: string }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const sentAt = Date.now();
  const answer = await ask();
  offset = clockOffset(answer.serverTime, { sentAt, answeredAt: Date.now(), known: offset });
  globalThis.localStorage?.setItem(name, String(offset));
  return answer;
}

/** The server's time as well as this window knows it, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + offset;
}

function readOffset(): number {
  const kept = Number(globalThis.localStorage?.getItem(name) ?? 0);
  return Number.isFinite(kept) ? kept : 0;
}
