import type { archiveTask as endpoint } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { stopTimersOn } from '../timers/stop-timers-on.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { lockTree } from './lock-tree.ts';
import { refuseReadOnlyBranch } from './read-only.ts';
import { answerTask } from './task-view.ts';

/** Archives an own task with what is below it; archiving it again changes nothing. */
export const archiveTask: Verb<typeof endpoint> = async (desk, { params }) => {
  const { accountId } = desk.actor;
  await lockTree(desk.db, accountId);
  const row = await findTask(desk, params.taskId);
  await refuseReadOnlyBranch(desk, row);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: row.lineage });
  if (row.archived_at !== null) return answerTask(desk, row.id);
  const archived = await archiveBranch(desk, row);
  // After the tasks: a timer that is being started holds its task's row until it can be seen here.
  await stopTimersOn(desk, accountId, archived);
  desk.tell({ accountId, topic: 'tasks', id: row.id });
  return answerTask(desk, row.id);
};

async function archiveBranch(desk: Desk, row: TaskRow): Promise<TaskId[]> {
  const { rows } = await sql<{ id: TaskId }>`
    update task set
      archived_at = ${desk.now},
      archived_reason = case when id = ${row.id} then 'by-hand' else 'with-parent' end
    where account_id = ${desk.actor.accountId}
      and lineage @> array[${row.id}]::uuid[]
      and archived_at is null
    returning id
  `.execute(desk.db);
  return rows.map(({ id }) => id);
}
