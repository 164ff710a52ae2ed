import type { changeTask as endpoint } from '@timegrove/contract/tasks.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay } from '../../http/desk.ts';
import { ensureTags } from '../tags/ensure-tags.ts';
import { findTask } from './find-task.ts';
import { refuseReadOnly } from './read-only.ts';
import { answerTask } from './task-view.ts';
import { typedName } from './task-name.ts';

/** Changes what is said about a task; of an imported one everything but its name. */
export const changeTask: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const row = await findTask(desk, params.taskId);
  const name = body.name === undefined ? row.name : typedName(body.name);
  if (name !== row.name) refuseReadOnly(desk, row);
  ensureMay(desk.actor, { do: 'manage-branch', lineage: row.lineage });
  const putOn = body.tagIds?.filter((id) => !row.tag_ids.includes(id)) ?? [];
  await ensureTags(desk, putOn);
  const changes = {
    ...(name !== row.name && { name }),
    ...(body.note !== undefined && { note: body.note }),
    ...(body.color !== undefined && { color: body.color }),
    ...(body.billable !== undefined && { billable: body.billable }),
    ...(body.tagIds !== undefined && { tag_ids: [...new Set(body.tagIds)] }),
    ...(body.keywords !== undefined && { keywords: [...new Set(body.keywords)] }),
    ...(body.budgetMinutes !== undefined && { budget_minutes: body.budgetMinutes }),
  };
  if (Object.keys(changes).length > 0) {
    await desk.db
      .updateTable('task')
      .set(changes)
      .where('account_id', '=', desk.actor.accountId)
      .where('id', '=', row.id)
      .execute();
    desk.tell({ accountId: desk.actor.accountId, topic: 'tasks', id: row.id });
  }
  return answerTask(desk, row.id);
};
