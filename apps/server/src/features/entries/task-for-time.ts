import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import { may, type Grants } from '@timegrove/domain/people/may.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import { visible } from '../tasks/visible.ts';

/** What new time takes over from its task. */
export interface TaskForTime {
  readonly id: TaskId | null;
  readonly billable: boolean;
}

/** Time without a task, and whether it is billable unless somebody says so. */
export const noTask: TaskForTime = { id: null, billable: true };

/**
 * Gives the task that a member wants to put time on. It stays as it is until the transaction ends,
 * so that no time gets onto a task that is being archived.
 * @throws DomainError not-found | task-archived | task-not-assigned
 */
export async function readTaskForTime(
  desk: Desk,
  taskId: TaskId | null,
  memberId: MemberId,
): Promise<TaskForTime> {
  if (taskId === null) return noTask;
  const task = await desk.db
    .selectFrom('task')
    .select(['id', 'name', 'lineage', 'billable', 'archived_at'])
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', taskId)
    .where(visible(desk.actor))
    .forShare()
    .executeTakeFirst();
  if (task === undefined) throw new DomainError('not-found', { thing: 'task' });
  if (task.archived_at !== null) throw new DomainError('task-archived', { task: task.name });
  const grants = await grantsOf(desk, memberId);
  if (!may(grants, { do: 'track', lineage: task.lineage })) {
    throw new DomainError('task-not-assigned', { task: task.name });
  }
  return { id: task.id, billable: task.billable };
}

async function grantsOf(desk: Desk, memberId: MemberId): Promise<Grants> {
  if (memberId === desk.actor.memberId) return desk.actor;
  const assignments = await desk.db
    .selectFrom('assignment')
    .select(['task_id', 'role'])
    .where('account_id', '=', desk.actor.accountId)
    .where('member_id', '=', memberId)
    .execute();
  const assigned = assignments.flatMap(({ task_id, role }): [TaskId, ProjectRole][] =>
    role === null ? [] : [[task_id, role]],
  );
  // Tracking follows assignment alone, so the account role does not matter here.
  return { role: 'user', assigned: new Map(assigned) };
}
