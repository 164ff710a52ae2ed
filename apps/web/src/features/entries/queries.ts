import { queryOptions } from '@tanstack/react-query';
import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { listTasks } from '@timegrove/contract/tasks.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';

/** The own entries of a day. */
export function dayQuery(day: string) {
  return queryOptions({
    ...lasting,
    queryKey: ['entries', day],
    queryFn: async (): Promise<readonly Entry[]> =>
      (await api(listEntries, { query: { from: day, to: day } })).entries,
  });
}

// News tells a member's windows of their own time only.
const askAgain = 30_000;

/** The entries from one day to another. @param memberId whose they are, if not the own */
export function rangeQuery(from: string, to: string, memberId?: MemberId) {
  return queryOptions({
    ...(memberId === undefined ? lasting : { refetchInterval: askAgain }),
    queryKey: ['entries', from, to, memberId ?? null],
    queryFn: async (): Promise<readonly Entry[]> => {
      const query = { from, to, ...(memberId !== undefined && { memberId }) };
      return (await api(listEntries, { query })).entries;
    },
  });
}

/** Whether the member sees any project at all. */
export const anyProjectQuery = queryOptions({
  ...lasting,
  queryKey: ['tasks', 'any'],
  queryFn: async () => (await api(listTasks, { query: { limit: 1 } })).tasks.length > 0,
});
