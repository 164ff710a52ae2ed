import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useMemo } from 'react';
import { usePending } from '../outbox/use-outbox.ts';
import { timerQuery } from '../timers/queries.ts';
import { entriesNow } from './entry-lists.ts';
import { useWhose } from './people/whose.ts';
import { rangeQuery } from './queries.ts';

interface RangeEntries {
  /** Undefined: still asking. */
  readonly entries: readonly Entry[] | undefined;
  readonly stored: UseQueryResult<readonly Entry[]>;
}

/**
 * The entries from one day to another of whoever the timesheet is, by start; the own ones as they
 * are with everything that was done here. One request, however many days.
 */
export function useRangeEntries(from: string, to: string): RangeEntries {
  const { other } = useWhose();
  const isOwn = other === null;
  const stored = useQuery(rangeQuery(from, to, other?.memberId));
  const running = useQuery(timerQuery).data?.running ?? null;
  const pending = usePending();
  const { data, isPending } = stored;
  const entries = useMemo(() => {
    const known = data ?? [];
    const now = isOwn ? entriesNow({ stored: known, running, pending }) : known;
    return now.filter(({ day }) => from <= day && day <= to);
  }, [data, running, pending, isOwn, from, to]);
  return { entries: isPending ? undefined : entries, stored };
}
