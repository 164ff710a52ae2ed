import type { keepFavourite as endpoint } from '@timegrove/contract/tasks.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { findTask } from './find-task.ts';

/** As many as somebody can still look over; the list is never paged. */
const mostFavourites = 100;

/** Keeps a visible task among the member's favourites. */
export const keepFavourite: Verb<typeof endpoint> = async (desk, { params }) => {
  const { accountId, memberId } = desk.actor;
  const task = await findTask(desk, params.taskId);
  const kept = await desk.db
    .selectFrom('favourite')
    .select('task_id')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .execute();
  if (kept.some(({ task_id }) => task_id === task.id)) return {};
  if (kept.length >= mostFavourites) {
    throw new DomainError('favourites-full', { limit: mostFavourites });
  }
  await desk.db
    .insertInto('favourite')
    .values({ account_id: accountId, member_id: memberId, task_id: task.id, created_at: desk.now })
    .onConflict((same) => same.doNothing())
    .execute();
  desk.tell({ accountId, memberId, topic: 'tasks', id: task.id });
  return {};
};
