import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useMemo } from 'react';
import { usePending } from '../outbox/use-outbox.ts';
import { timerQuery } from '../timers/queries.ts';
import { entriesNow } from './entry-lists.ts';
import { dayQuery } from './queries.ts';

interface DayEntries {
  /** Undefined: still asking. Without an answer, what was done here is all there is. */
  readonly entries: readonly Entry[] | undefined;
  readonly stored: UseQueryResult<readonly Entry[]>;
}

/** The own entries of a day as they are with everything that was done here, by start. */
export function useDayEntries(day: string): DayEntries {
  const stored = useQuery(dayQuery(day));
  const running = useQuery(timerQuery).data?.running ?? null;
  const pending = usePending();
  const { data, isPending } = stored;
  const entries = useMemo(
    () => entriesNow({ stored: data ?? [], running, pending }).filter((entry) => entry.day === day),
    [data, running, pending, day],
  );
  return { entries: isPending ? undefined : entries, stored };
}
