import type { listRecentTasks as endpoint } from '@timegrove/contract/tasks.ts';
import type { Verb } from '../../http/bind.ts';
import { selectTasks } from './find-task.ts';
import { recentlyTracked } from './recently-tracked.ts';
import { viewWithPaths } from './task-view.ts';
import { inAssignedBranch } from './visible.ts';

/** Lists what the member tracked on last and can still track on, newest first. */
export const listRecentTasks: Verb<typeof endpoint> = async (desk, { query }) => {
  const rows = await selectTasks(desk)
    .innerJoin(recentlyTracked(desk.actor).as('recent'), 'recent.task_id', 'task.id')
    .where('task.archived_at', 'is', null)
    .where(inAssignedBranch(desk.actor))
    .orderBy('recent.at', 'desc')
    .limit(query.limit)
    .execute();
  return { tasks: await viewWithPaths(desk, rows) };
};
