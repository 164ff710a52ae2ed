import type { listTrackableTasks as endpoint } from '@timegrove/contract/tasks.ts';
import type { Verb } from '../../http/bind.ts';
import { pageOf } from './page.ts';
import { readNames } from './task-view.ts';
import { inAssignedBranch } from './visible.ts';

/** Lists every task that the member may track on, by id, with no more than it takes to find and show it. */
export const listTrackableTasks: Verb<typeof endpoint> = async (desk, { query }) => {
  const rows = await desk.db
    .selectFrom('task')
    .leftJoin('integration', (integration) =>
      integration
        .onRef('integration.account_id', '=', 'task.account_id')
        .onRef('integration.id', '=', 'task.integration_id'),
    )
    .where('task.account_id', '=', desk.actor.accountId)
    .where('task.archived_at', 'is', null)
    .where(inAssignedBranch(desk.actor))
    .$if(query.after !== undefined, (tasks) => tasks.where('task.id', '>', query.after ?? null))
    .select(['task.id', 'task.name', 'task.lineage', 'task.color', 'task.keywords', 'provider'])
    .orderBy('task.id')
    .limit(query.limit + 1)
    .execute();
  const { page, next } = pageOf(rows, query.limit);
  const names = await readNames(desk, page);
  return {
    tasks: page.map(({ lineage, ...task }) => ({
      ...task,
      path: lineage.slice(0, -1).map((id) => names.get(id) ?? ''),
    })),
    next,
  };
};
