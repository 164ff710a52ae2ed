import type { moveTask as endpoint } from '@timegrove/contract/tasks.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { lockTree } from './lock-tree.ts';
import { makeProjectManager } from './make-project-manager.ts';
import { refuseNewParent } from './new-parent.ts';
import { refuseReadOnlyBranch } from './read-only.ts';
import { answerTask } from './task-view.ts';

/** Moves an own task with everything below it; time, assignments and ids stay with it. */
export const moveTask: Verb<typeof endpoint> = async (desk, { params, body }) => {
  await lockTree(desk.db, desk.actor.accountId);
  const row = await findTask(desk, params.taskId);
  await refuseReadOnlyBranch(desk, row);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: row.lineage });
  if (row.parent_id === body.parentId) return answerTask(desk, row.id);
  const parent = body.parentId === null ? null : await findTask(desk, body.parentId);
  refusePlace(desk, row, parent);
  await moveBranch(desk, row, parent);
  desk.tell({ accountId: desk.actor.accountId, topic: 'tasks', id: row.id });
  return answerTask(await keepManaging(desk, row, parent), row.id);
};

function refusePlace(desk: Desk, row: TaskRow, parent: TaskRow | null): void {
  if (parent === null) return ensureMay(desk.actor, { do: 'add-project' });
  if (parent.lineage.includes(row.id)) throw new DomainError('task-into-itself');
  refuseNewParent(desk, parent);
}

async function moveBranch(desk: Desk, row: TaskRow, parent: TaskRow | null): Promise<void> {
  const above = parent?.lineage ?? [];
  await sql`
    update task set
      lineage = ${above}::uuid[] || lineage[${row.lineage.length}::int:],
      parent_id = case when id = ${row.id} then ${parent?.id ?? null}::uuid else parent_id end
    where account_id = ${desk.actor.accountId} and lineage @> array[${row.id}]::uuid[]
  `.execute(desk.db);
  if (row.archived_reason !== 'with-parent') return;
  // It has left the archived branch it was archived with, and is a branch of its own by now.
  await desk.db
    .updateTable('task')
    .set({ archived_reason: 'by-hand' })
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', row.id)
    .execute();
}

/** Whoever makes a project of a task keeps the right to it that came from above until now. */
async function keepManaging(desk: Desk, row: TaskRow, parent: TaskRow | null): Promise<Desk> {
  if (parent !== null || may(desk.actor, { do: 'manage-branch', lineage: [row.id] })) return desk;
  return makeProjectManager(desk, row.id);
}
