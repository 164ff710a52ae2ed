import type { Entry } from '@timegrove/contract/entries.ts';
import type { Contents } from '@timegrove/contract/outbox/contents.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { deedNamed } from '@timegrove/contract/outbox/deeds/all.ts';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';

/** The timer as it is to be shown: what the server said last, with what waits laid over it. */
export interface ShownTimer {
  /** With an end: its stop waits for the server. */
  readonly entry: Entry;
  /** What the server has not confirmed yet. */
  readonly waiting: 'start' | 'stop' | null;
}

/** The timer that runs, or whose stop is not confirmed; null when there is none. */
export function shownTimer(running: Entry | null, contents: Contents): ShownTimer | null {
  const now = entriesNow(running === null ? [] : [running], contents);
  const runs = now.find((entry) => entry.stoppedAt === null);
  if (runs !== undefined)
    return { entry: runs, waiting: waits(runs, startTimer.name, contents) ? 'start' : null };
  const stopped = now.find((entry) => waits(entry, stopTimer.name, contents));
  return stopped === undefined ? null : { entry: stopped, waiting: 'stop' };
}

/** Entries as they will be once what waits has been sent. */
export function entriesNow(entries: readonly Entry[], contents: Contents): readonly Entry[] {
  return withPending(entries, contents.pending);
}

function waits(entry: Entry, deed: string, { listed }: Contents): boolean {
  return listed.some(
    ({ item, standing }) =>
      item.deed === deed &&
      (standing === 'waiting' || standing === 'sending') &&
      deedNamed(item.deed)?.touches(item.given).includes(entry.id) === true,
  );
}
