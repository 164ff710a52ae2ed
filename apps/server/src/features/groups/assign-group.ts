import type { assignGroup as endpoint } from '@timegrove/contract/groups.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { ensureMay } from '../../http/desk.ts';
import { findTask } from '../tasks/find-task.ts';
import { readGroup } from './read-group.ts';

/** Assigns the active members of a group by hand, each as if they were assigned one by one. */
export const assignGroup: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { accountId } = desk.actor;
  const { taskId, groupId } = params;
  const task = await findTask(desk, taskId);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: task.lineage });
  await readGroup(desk, groupId);
  const { numAffectedRows = 0n } = await sql`
    insert into assignment as held (account_id, task_id, member_id, role, origin, changed_at)
    select member.account_id, ${taskId}::uuid, member.id, ${body.role}, 'hand', ${desk.now}::timestamptz
    from member_of_group belonging
    join member on (member.account_id, member.id) = (belonging.account_id, belonging.member_id)
    where belonging.account_id = ${accountId} and belonging.group_id = ${groupId} and member.active
    order by member.id
    on conflict (account_id, task_id, member_id) do update
      set role = excluded.role, origin = excluded.origin, changed_at = excluded.changed_at
      where held.role is distinct from excluded.role`.execute(desk.db);
  if (numAffectedRows > 0n) {
    desk.tell({ accountId, topic: 'assignments', id: taskId });
    desk.tell({ accountId, topic: 'tasks' });
  }
  return { changed: Number(numAffectedRows) };
};
