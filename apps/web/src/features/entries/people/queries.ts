import { queryOptions } from '@tanstack/react-query';
import { listEntries, listPeopleTracking, type Entry } from '@timegrove/contract/entries.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { api } from '../../../shell/api.ts';

/** The members whose time the asking member may see, by name. */
export const peopleQuery = queryOptions({
  queryKey: ['members', 'tracking'],
  queryFn: async () => (await api(listPeopleTracking)).members,
});

// News tells a member's windows of their own time only.
const askAgain = 30_000;

/** Somebody else's entries of a day, as far as the asking member may see them. */
export function theirDayQuery(day: string, memberId: MemberId) {
  return queryOptions({
    queryKey: ['entries', day, memberId],
    refetchInterval: askAgain,
    queryFn: async (): Promise<readonly Entry[]> =>
      (await api(listEntries, { query: { from: day, to: day, memberId } })).entries,
  });
}
