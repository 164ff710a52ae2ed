import type { Entry } from '@timegrove/contract/entries.ts';
import { readEndTime } from '@timegrove/domain/time/day.ts';
import { hour } from '@timegrove/domain/time/span.ts';

/** Whether a timer runs for longer than the account calls usual. */
export function runsLong(running: Pick<Entry, 'startedAt'>, hours: number, now: number): boolean {
  return now - Date.parse(running.startedAt) >= hours * hour;
}

/** The instant at which a forgotten timer should have stopped; undefined when that is still to come. */
export function forgottenStop(
  running: Pick<Entry, 'startedAt' | 'zone'>,
  time: string,
  now: number,
): number | undefined {
  const at = readEndTime(Date.parse(running.startedAt), time, running.zone);
  return at <= now ? at : undefined;
}
