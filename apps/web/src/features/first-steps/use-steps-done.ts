import { useQuery } from '@tanstack/react-query';
import { listEntries } from '@timegrove/contract/entries.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { api } from '../../shell/api.ts';
import { anyProjectQuery } from '../entries/queries.ts';
import { useToday } from '../entries/use-today.ts';
import { invitationsQuery, membersQuery } from '../members/queries.ts';

/** The first steps of an account, in their order. */
export type Step = 'people' | 'tasks' | 'timer';

const daysBack = 90;

/** Which of the first steps are done, by what is there; undefined while that is not known. */
export function useStepsDone(): Readonly<Record<Step, boolean>> | undefined {
  const today = useToday();
  const members = useQuery(membersQuery).data;
  const invitations = useQuery(invitationsQuery).data;
  const tasks = useQuery(anyProjectQuery).data;
  const query = { from: addDays(today, -daysBack), to: today, limit: 1 };
  const timer = useQuery({
    queryKey: ['entries', 'any', today],
    queryFn: async () => (await api(listEntries, { query })).entries.length > 0,
  }).data;
  if (!members || !invitations || tasks === undefined || timer === undefined) return undefined;
  const people = members.members.length > 1 || invitations.invitations.length > 0;
  return { people, tasks, timer };
}
