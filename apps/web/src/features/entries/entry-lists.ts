import type { Entry } from '@timegrove/contract/entries.ts';
import type { Item } from '@timegrove/contract/outbox/item.ts';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';

/** What the server has told: the stored entries, the one timer that runs, and what is to be laid over them. */
export interface Told {
  readonly stored: readonly Entry[];
  readonly running: Entry | null;
  readonly pending: readonly Item[];
}

/**
 * The own entries by start, as they are with everything that was done here. Some may lie outside
 * what was asked for: one that was moved there, or the running one.
 */
export function entriesNow({ stored, running, pending }: Told): readonly Entry[] {
  // What runs is told by the timer alone: it may have been stopped since the entries were read.
  const finished = stored.filter((entry) => entry.stoppedAt !== null && entry.id !== running?.id);
  const known = running === null ? finished : [...finished, running];
  return withPending(known, pending).toSorted(
    (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  );
}
