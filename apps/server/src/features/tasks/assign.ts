import type { assign as endpoint } from '@timegrove/contract/tasks.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay } from '../../http/desk.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { findAssignee } from './find-assignee.ts';
import { findTask } from './find-task.ts';

/** Assigns a member by hand; what a rule had given is from then on as this person left it (rule 7). */
export const assign: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { accountId } = desk.actor;
  const { taskId, memberId } = params;
  const task = await findTask(desk, taskId);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: task.lineage });
  const { name, active, held } = await findAssignee(desk, taskId, memberId);
  if (!active) throw new DomainError('not-found', { thing: 'member' });
  if (held?.role === body.role) return {};
  const given = { role: body.role, origin: 'hand', changed_at: desk.now } as const;
  await desk.db
    .insertInto('assignment')
    .values({ account_id: accountId, task_id: taskId, member_id: memberId, ...given })
    .onConflict((held) => held.columns(['account_id', 'task_id', 'member_id']).doUpdateSet(given))
    .execute();
  await writeAudit(desk, {
    action: 'assigned',
    thing: 'task',
    thingId: taskId,
    name: task.name,
    before: { [name]: held?.role ?? null },
    after: { [name]: body.role },
  });
  desk.tell({ accountId, topic: 'assignments', id: taskId });
  desk.tell({ accountId, topic: 'tasks', memberId });
  return {};
};
