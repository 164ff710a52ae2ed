import { queryOptions } from '@tanstack/react-query';
import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { listTasks } from '@timegrove/contract/tasks.ts';
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

/** Whether the member sees any project at all. */
export const anyProjectQuery = queryOptions({
  ...lasting,
  queryKey: ['tasks', 'any'],
  queryFn: async () => (await api(listTasks, { query: { limit: 1 } })).tasks.length > 0,
});
