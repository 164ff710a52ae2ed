import type { listAssignments as endpoint } from '@timegrove/contract/tasks.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { sql, type NotNull } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { findTask } from './find-task.ts';

/** Lists who may track on a task: those assigned to it first, then those by each task above it. */
export const listAssignments: Verb<typeof endpoint> = async (desk, { params }) => {
  const { lineage } = await findTask(desk, params.taskId);
  const rows = await desk.db
    .selectFrom('assignment')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'assignment.account_id')
        .onRef('member.id', '=', 'assignment.member_id'),
    )
    .innerJoin('task', (join) =>
      join
        .onRef('task.account_id', '=', 'assignment.account_id')
        .onRef('task.id', '=', 'assignment.task_id'),
    )
    .where('assignment.account_id', '=', desk.actor.accountId)
    .where('assignment.task_id', 'in', lineage)
    .where('assignment.role', 'is not', null)
    .select(['assignment.role', 'assignment.origin', 'assignment.task_id', 'assignment.member_id'])
    .select(['member.name', 'member.email', 'member.active', 'task.name as task_name'])
    .orderBy(sql`cardinality(task.lineage)`, 'desc')
    .orderBy(sql`lower(member.name)`)
    .orderBy('member.id')
    .$narrowType<{ role: NotNull }>()
    .execute();
  return {
    mayAssign: may(desk.actor, { do: 'manage-branch', lineage }),
    assignments: rows.map((row) => ({
      memberId: row.member_id,
      name: row.name,
      email: row.email,
      active: row.active,
      role: row.role,
      origin: row.origin,
      on: { id: row.task_id, name: row.task_name },
    })),
  };
};
