import type { dropFavourite as endpoint } from '@timegrove/contract/tasks.ts';
import type { Verb } from '../../http/bind.ts';
import { findTask } from './find-task.ts';

/** Takes a task off the member's favourites. */
export const dropFavourite: Verb<typeof endpoint> = async (desk, { params }) => {
  const { accountId, memberId } = desk.actor;
  const task = await findTask(desk, params.taskId);
  await desk.db
    .deleteFrom('favourite')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('task_id', '=', task.id)
    .execute();
  desk.tell({ accountId, memberId, topic: 'tasks', id: task.id });
  return {};
};
