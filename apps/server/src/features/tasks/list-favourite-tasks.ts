import type { listFavouriteTasks as endpoint } from '@timegrove/contract/tasks.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { selectTasks } from './find-task.ts';
import { viewWithPaths } from './task-view.ts';
import { visible } from './visible.ts';

/**
 * Lists the member's favourites that they still see, by name. An archived one stays in the list, so
 * that nobody wonders where it went.
 */
export const listFavouriteTasks: Verb<typeof endpoint> = async (desk) => {
  const rows = await selectTasks(desk)
    .innerJoin('favourite', (join) =>
      join
        .onRef('favourite.account_id', '=', 'task.account_id')
        .onRef('favourite.task_id', '=', 'task.id')
        .on('favourite.member_id', '=', desk.actor.memberId),
    )
    .where(visible(desk.actor))
    .orderBy(sql`lower(task.name)`)
    .orderBy('task.id')
    .execute();
  return { tasks: await viewWithPaths(desk, rows) };
};
