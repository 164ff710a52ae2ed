import type { addTask as endpoint, TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { lockTree } from './lock-tree.ts';
import { makeProjectManager } from './make-project-manager.ts';
import { refuseNewParent } from './new-parent.ts';
import { answerTask } from './task-view.ts';
import { typedName } from './task-name.ts';

/** Adds an own task; sent again with the same id it answers with the task as it is by now. */
export const addTask: Verb<typeof endpoint> = async (desk, { body }) => {
  const name = typedName(body.name);
  await lockTree(desk.db, desk.actor.accountId);
  const earlier = await answerEarlier(desk, body.id, body.parentId);
  if (earlier !== null) return earlier;
  const parent = body.parentId === null ? null : await findTask(desk, body.parentId);
  if (parent === null) ensureMay(desk.actor, { do: 'add-project' });
  else refuseNewParent(desk, parent);
  await insertTask(desk, { id: body.id, name, parent });
  desk.tell({ accountId: desk.actor.accountId, topic: 'tasks', id: body.id });
  const creator = parent === null ? await makeProjectManager(desk, body.id) : desk;
  return answerTask(creator, body.id);
};

/** @throws DomainError id-taken */
async function answerEarlier(
  desk: Desk,
  id: TaskId,
  parentId: TaskId | null,
): Promise<TaskWithPath | null> {
  const same = await desk.db
    .selectFrom('task')
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', id)
    .select(['created_by', 'parent_id'])
    .executeTakeFirst();
  if (same === undefined) return null;
  if (same.created_by !== desk.actor.memberId || same.parent_id !== parentId) {
    throw new DomainError('id-taken');
  }
  return answerTask(desk, id);
}

async function insertTask(
  desk: Desk,
  { id, name, parent }: { id: TaskId; name: string; parent: TaskRow | null },
): Promise<void> {
  await desk.db
    .insertInto('task')
    .values({
      account_id: desk.actor.accountId,
      id,
      parent_id: parent?.id ?? null,
      lineage: [...(parent?.lineage ?? []), id],
      name,
      billable: parent?.billable ?? true,
      created_by: desk.actor.memberId,
      created_at: desk.now,
    })
    .execute();
}
