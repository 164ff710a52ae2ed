import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import { may, type Grants } from '@timegrove/domain/people/may.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import { visible } from '../tasks/visible.ts';

/** What new time takes over from its task. */
export interface TaskForTime {
  readonly id: TaskId | null;
  readonly billable: boolean;
}

/** Time without a task, and whether it is billable unless somebody says so. */
export const noTask: TaskForTime = { id: null, billable: true };

/** As `readTasksForTime` for one task and one member; null is no task. */
export async function readTaskForTime(
  desk: Desk,
  taskId: TaskId | null,
  memberId: MemberId,
): Promise<TaskForTime> {
  if (taskId === null) return noTask;
  return (await readTasksForTime(desk, [{ taskId, memberId }])).get(taskId) ?? noTask;
}

/** A member who wants to put time on a task. */
export interface TimeOnTask {
  readonly taskId: TaskId;
  readonly memberId: MemberId;
}

/**
 * Gives the tasks that members want to put time on. They stay as they are until the transaction
 * ends, so that no time gets onto a task that is being archived.
 * @throws DomainError not-found | task-archived | task-not-assigned
 */
export async function readTasksForTime(
  desk: Desk,
  wanted: readonly TimeOnTask[],
): Promise<ReadonlyMap<TaskId, TaskForTime>> {
  if (wanted.length === 0) return new Map();
  const ids = [...new Set(wanted.map(({ taskId }) => taskId))];
  const rows = await desk.db
    .selectFrom('task')
    .select(['id', 'name', 'lineage', 'billable', 'archived_at'])
    .where('account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where(visible(desk.actor))
    .orderBy('id')
    .forShare()
    .execute();
  const tasks = new Map(rows.map((row) => [row.id, row]));
  const grants = await readGrants(desk, wanted);
  for (const { taskId, memberId } of wanted) {
    const task = tasks.get(taskId);
    if (task === undefined) throw new DomainError('not-found', { thing: 'task' });
    if (task.archived_at !== null) throw new DomainError('task-archived', { task: task.name });
    if (!may(grants(memberId), { do: 'track', lineage: task.lineage })) {
      throw new DomainError('task-not-assigned', { task: task.name });
    }
  }
  return tasks;
}

/** Reads the assignments of the others; those of the actor are known. */
async function readGrants(
  desk: Desk,
  wanted: readonly TimeOnTask[],
): Promise<(memberId: MemberId) => Grants> {
  const others = [
    ...new Set(wanted.flatMap(({ memberId: id }) => (id === desk.actor.memberId ? [] : id))),
  ];
  const assigned = new Map<MemberId, Map<TaskId, ProjectRole>>(others.map((id) => [id, new Map()]));
  const rows = others.length === 0 ? [] : await readAssignments(desk, others);
  for (const { member_id, task_id, role } of rows) {
    if (role !== null) assigned.get(member_id)?.set(task_id, role);
  }
  return (memberId) => {
    const ofOther = assigned.get(memberId);
    // Tracking follows assignment alone, so the account role does not matter here.
    return ofOther === undefined ? desk.actor : { role: 'user', assigned: ofOther };
  };
}

async function readAssignments({ db, actor }: Desk, memberIds: readonly MemberId[]) {
  return db
    .selectFrom('assignment')
    .select(['member_id', 'task_id', 'role'])
    .where('account_id', '=', actor.accountId)
    .where(sql<boolean>`member_id = any(${memberIds}::uuid[])`)
    .execute();
}
