import { Unreachable } from '@timegrove/contract/client.ts';
import { listRecentTasks, searchTasks, type TaskWithPath } from '@timegrove/contract/tasks.ts';
import { lookBelow } from '@timegrove/ui/task-picker/look-below.ts';
import {
  pickedTask,
  type OfferedTask,
  type PickedTask,
  type TaskSource,
} from '@timegrove/ui/task-picker/picked-task.ts';
import { api } from '../../shell/api.ts';
import { isAway } from '../../shell/news.ts';
import { queryClient } from '../../shell/query-client.ts';
import { favouritesQuery } from '../tasks/queries.ts';
import { recentOnDevice, searchOnDevice } from './device-tasks.ts';
import { refusalOf } from './refusal-of-task.ts';

type Tasks = readonly PickedTask[];

/** Where the task pickers of the web app find tasks: what the member may track on. */
export const trackableTasks: TaskSource = {
  favourites: async () => {
    const { tasks } = await queryClient
      .fetchQuery({ ...favouritesQuery, retry: false })
      .catch(lastFavourites);
    return tasks.map(offered);
  },
  recent: () =>
    orOnDevice(async () => {
      const { tasks } = await api(listRecentTasks, { query: { limit: 12 } });
      return tasks.map(pickedTask);
    }, recentOnDevice),
  search: (q) =>
    orOnDevice(
      async () => {
        const { tasks } = await api(searchTasks, { query: { q, for: 'track', limit: 50 } });
        return tasks.map(pickedTask);
      },
      () => searchOnDevice(q, 50),
    ),
  below: (branch) => lookBelow(api, branch, refusalOf),
};

function lastFavourites(error: unknown): { tasks: readonly TaskWithPath[] } {
  if (error instanceof Unreachable) {
    return queryClient.getQueryData(favouritesQuery.queryKey) ?? { tasks: [] };
  }
  throw error;
}

/** A favourite stays one when it was archived or is not assigned any more, and says why it rests. */
function offered(task: TaskWithPath): OfferedTask {
  const refusal = refusalOf(task);
  return { ...pickedTask(task), ...(refusal !== undefined && { refusal }) };
}

/** Asks the server; while it is away, what this device keeps. */
async function orOnDevice(
  ask: () => Promise<Tasks>,
  look: () => Promise<Tasks | undefined>,
): Promise<Tasks> {
  if (isAway()) return (await look()) ?? ask();
  try {
    return await ask();
  } catch (error) {
    const kept = error instanceof Unreachable ? await look() : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}
