import type { Entry } from '@timegrove/contract/entries.ts';
import { planStart } from '@timegrove/domain/timesheet/start.ts';

/** What a start in the past does to the time that is there. */
export interface StartEffect {
  /** What ends at that start. */
  readonly ends: readonly Entry[];
  /** What stays and lies over the new time. */
  readonly overlaps: readonly Entry[];
  /** Where the new time ends because something else began then; null: it runs. */
  readonly until: number | null;
}

/** What starting a timer at an instant does. */
export function effectOfStart(
  startedAt: number,
  entries: readonly Entry[],
  now: number,
): StartEffect {
  const others = entries.map(({ id, ...entry }) => ({
    id,
    startedAt: Date.parse(entry.startedAt),
    stoppedAt: entry.stoppedAt === null ? null : Date.parse(entry.stoppedAt),
    byHand: false,
  }));
  const plan = planStart(startedAt, now, others);
  const ends = entries.filter((entry) => plan.stops.includes(entry.id));
  return { ends, overlaps: [], until: plan.stoppedAt };
}

/** What it does to let a running timer begin at another instant: what was going on then ends. */
export function effectOfMove(
  running: Entry,
  startedAt: number,
  entries: readonly Entry[],
): StartEffect {
  const overlaid = entries.filter(
    ({ id, stoppedAt }) =>
      id !== running.id && stoppedAt !== null && Date.parse(stoppedAt) > startedAt,
  );
  const before = (entry: Entry): boolean => Date.parse(entry.startedAt) < startedAt;
  return {
    ends: overlaid.filter(before),
    overlaps: overlaid.filter((entry) => !before(entry)),
    until: null,
  };
}
