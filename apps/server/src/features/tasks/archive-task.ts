import type { archiveTask as endpoint } from '@timegrove/contract/tasks.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { lockTree } from './lock-tree.ts';
import { refuseReadOnlyBranch } from './read-only.ts';
import { stopTimersOnArchived } from './stop-timers-on-archived.ts';
import { answerTask } from './task-view.ts';

/** Archives an own task with what is below it; archiving it again changes nothing. */
export const archiveTask: Verb<typeof endpoint> = async (desk, { params }) => {
  const { accountId } = desk.actor;
  await lockTree(desk.db, accountId);
  const row = await findTask(desk, params.taskId);
  await refuseReadOnlyBranch(desk, row);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: row.lineage });
  if (row.archived_at !== null) return answerTask(desk, row.id);
  await archiveBranch(desk, row);
  desk.tell({ accountId, topic: 'tasks', id: row.id });
  // After the tasks: a timer that is being started holds its task's row until it can be seen here.
  for (const memberId of await stopTimersOnArchived(desk.db, accountId, desk.now)) {
    desk.tell({ accountId, topic: 'timer', memberId });
    desk.tell({ accountId, topic: 'entries', memberId });
  }
  return answerTask(desk, row.id);
};

async function archiveBranch(desk: Desk, row: TaskRow): Promise<void> {
  await sql`
    update task set
      archived_at = ${desk.now},
      archived_reason = case when id = ${row.id} then 'by-hand' else 'with-parent' end
    where account_id = ${desk.actor.accountId}
      and lineage @> array[${row.id}]::uuid[]
      and archived_at is null
  `.execute(desk.db);
}
