import type { listPeopleTracking as endpoint } from '@timegrove/contract/entries.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { managedTasks, whose } from './whose-time.ts';

/** Lists the members whose time the actor may see, by name: always the actor, and who tracks where the actor manages. */
export const listPeopleTracking: Verb<typeof endpoint> = async ({ db, actor }) => {
  const managed = managedTasks(actor);
  const rows = await db
    .selectFrom('member')
    .select(['member.id', 'member.name', 'member.active', whose(actor).as('whose')])
    .select(tracksBelow(managed).as('managed'))
    .where('member.account_id', '=', actor.accountId)
    .orderBy('member.name')
    .orderBy('member.id')
    .execute();
  return {
    members: rows.flatMap(({ id, name, active, ...row }) => {
      const everything = may(actor, { do: 'see-time', whose: row.whose });
      if (!everything && !row.managed) return [];
      const mayChange = may(actor, { do: 'change-time', whose: row.whose });
      return { id, name, active, mayChange, sees: everything ? 'everything' : 'managed-branches' };
    }),
  };
};

/** SQL: the member of the row of `member` is assigned in a managed branch, or above it. */
function tracksBelow(managed: readonly TaskId[]): RawBuilder<boolean> {
  if (managed.length === 0) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from assignment
    join task on task.account_id = assignment.account_id and task.id = assignment.task_id
    where assignment.account_id = member.account_id
      and assignment.member_id = member.id
      and assignment.role is not null
      and (task.lineage && ${managed}::uuid[] or task.id in (
        select unnest(above.lineage) from task above
        where above.account_id = member.account_id and above.id = any(${managed}::uuid[])
      ))
  )`;
}
