import type { restoreTask as endpoint } from '@timegrove/contract/tasks.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { lockTree } from './lock-tree.ts';
import { refuseReadOnly } from './read-only.ts';
import { answerTask } from './task-view.ts';

/** Brings an own task back with all that was archived along with it, not what was archived for itself. */
export const restoreTask: Verb<typeof endpoint> = async (desk, { params }) => {
  await lockTree(desk.db, desk.actor.accountId);
  const row = await findTask(desk, params.taskId);
  refuseReadOnly(desk, row);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: row.lineage });
  if (row.archived_at === null) throw new DomainError('task-not-archived', { task: row.name });
  await refuseBelowArchived(desk, row);
  await restoreBranch(desk, row);
  desk.tell({ accountId: desk.actor.accountId, topic: 'tasks', id: row.id });
  return answerTask(desk, row.id);
};

async function refuseBelowArchived(desk: Desk, row: TaskRow): Promise<void> {
  if (row.parent_id === null) return;
  const parent = await findTask(desk, row.parent_id);
  if (parent.archived_at !== null) {
    throw new DomainError('task-parent-archived', { task: parent.name });
  }
}

async function restoreBranch(desk: Desk, row: TaskRow): Promise<void> {
  const { accountId } = desk.actor;
  await sql`
    with recursive back as (
      select id from task where account_id = ${accountId} and id = ${row.id}
      union all
      select below.id from task below join back on below.parent_id = back.id
      where below.account_id = ${accountId} and below.archived_reason = 'with-parent'
    )
    update task set archived_at = null, archived_reason = null
    from back where task.account_id = ${accountId} and task.id = back.id
  `.execute(desk.db);
}
