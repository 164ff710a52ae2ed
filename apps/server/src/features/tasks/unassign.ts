import type { unassign as endpoint } from '@timegrove/contract/tasks.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { findAssignee } from './find-assignee.ts';
import { findTask } from './find-task.ts';

/**
 * Takes away what a member holds on the task itself. Tracked time stays, and a timer that is running
 * goes on until it is stopped: nobody's work is cut off by somebody else's change of rights.
 */
export const unassign: Verb<typeof endpoint> = async (desk, { params }) => {
  const { accountId } = desk.actor;
  const { taskId, memberId } = params;
  const task = await findTask(desk, taskId);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: task.lineage });
  const { name, held } = await findAssignee(desk, taskId, memberId);
  if (held === null || held.role === null) {
    throw new DomainError('assignment-not-found', { member: name, task: task.name });
  }
  // Where a rule gave it, or could give it on the next run, what remains tells the rule to leave it so.
  const remember = held.origin === 'rule' || task.integration_id !== null;
  await (remember ? emptyOut(desk, params) : remove(desk, params));
  await writeAudit(desk, {
    action: 'unassigned',
    thing: 'task',
    thingId: taskId,
    name: task.name,
    before: { [name]: held.role },
    after: { [name]: null },
  });
  desk.tell({ accountId, topic: 'assignments', id: taskId });
  desk.tell({ accountId, topic: 'tasks', memberId });
  return {};
};

type Where = Parsed<typeof endpoint>['params'];

async function emptyOut(desk: Desk, { taskId, memberId }: Where): Promise<void> {
  await desk.db
    .updateTable('assignment')
    .set({ role: null, origin: 'hand', changed_at: desk.now })
    .where('account_id', '=', desk.actor.accountId)
    .where('task_id', '=', taskId)
    .where('member_id', '=', memberId)
    .execute();
}

async function remove(desk: Desk, { taskId, memberId }: Where): Promise<void> {
  await desk.db
    .deleteFrom('assignment')
    .where('account_id', '=', desk.actor.accountId)
    .where('task_id', '=', taskId)
    .where('member_id', '=', memberId)
    .execute();
}
