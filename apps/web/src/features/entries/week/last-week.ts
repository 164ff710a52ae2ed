import type { Entry } from '@timegrove/contract/entries.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { draftOf, type Draft } from '../draft.ts';
import { onDay } from '../entry-times.ts';
import { keyOf } from './week-grid.ts';

const week = 7;

interface Copying {
  readonly lastWeek: readonly Entry[];
  readonly thisWeek: readonly Entry[];
  readonly now: number;
  /** Whether time of a day can be added. */
  readonly mayAddTo: (day: string) => boolean;
}

/**
 * The entries of the week before as new ones of this week: the same clock times, a week later. Left
 * out is what would end in the future or on an archived task, and what already has time on that day.
 */
export function copiesOf({ lastWeek, thisWeek, now, mayAddTo }: Copying): readonly Draft[] {
  const taken = new Set(thisWeek.map(({ task, day }) => `${day} ${keyOf(task)}`));
  return lastWeek.flatMap((entry): Draft[] => {
    const day = addDays(entry.day, week);
    const isOpen = mayAddTo(day) && !taken.has(`${day} ${keyOf(entry.task)}`);
    if (!isOpen || entry.stoppedAt === null || entry.task?.archived === true) return [];
    const before = draftOf(entry);
    const times = onDay(before.times, day);
    return times.end !== null && times.end <= now ? [{ ...before, times }] : [];
  });
}
