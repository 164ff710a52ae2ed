import type { TaskId } from '@timegrove/domain/id.ts';
import type { Desk } from '../../http/desk.ts';

/**
 * Assigns the asking member to a task as project manager, so that whoever makes a project can track
 * on it; gives the desk as it is with that right.
 */
export async function makeProjectManager(desk: Desk, taskId: TaskId): Promise<Desk> {
  const { actor, now } = desk;
  const given = { role: 'project-manager', origin: 'hand', changed_at: now } as const;
  await desk.db
    .insertInto('assignment')
    .values({
      account_id: actor.accountId,
      task_id: taskId,
      member_id: actor.memberId,
      ...given,
    })
    .onConflict((held) => held.columns(['account_id', 'task_id', 'member_id']).doUpdateSet(given))
    .execute();
  desk.tell({ accountId: actor.accountId, topic: 'assignments', id: taskId });
  const assigned = new Map([...actor.assigned, [taskId, given.role] as const]);
  return { ...desk, actor: { ...actor, assigned } };
}
