import type { Entry } from '@timegrove/contract/entries.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Span } from '@timegrove/domain/time/span.ts';
import { changeOf, draftOf } from '../draft.ts';
import type { Reversible } from './reversible.ts';

/** Gives a finished entry other times; null when it has them already. */
export function retiming(entry: Entry, { start, end }: Span): Reversible | null {
  const before = draftOf(entry);
  const call = changeOf({ ...before, times: { ...before.times, start, end } }, entry);
  const after = {
    ...entry,
    startedAt: new Date(start).toISOString(),
    stoppedAt: new Date(end).toISOString(),
    day: dayOf(start, entry.zone),
  };
  const back = changeOf(before, after);
  return call && back && { call, back: [back] };
}
