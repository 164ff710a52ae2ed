import { useQuery } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { Item } from '@timegrove/contract/outbox/item.ts';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';
import { useMemo } from 'react';
import { usePending } from '../outbox/use-outbox.ts';
import { timerQuery } from './queries.ts';

/** The member's running timer as it is with everything that was done here; undefined: not known yet. */
export function useTimer(): Entry | null | undefined {
  const { data, isPending } = useQuery(timerQuery);
  const pending = usePending();
  const known = data?.running ?? null;
  const running = useMemo(() => runningOf(known, pending), [known, pending]);
  return isPending ? undefined : running;
}

/** What runs, once what waits has been done. */
export function runningOf(known: Entry | null, pending: readonly Item[]): Entry | null {
  const entries = withPending(known === null ? [] : [known], pending);
  return entries.find((entry) => entry.stoppedAt === null) ?? null;
}
