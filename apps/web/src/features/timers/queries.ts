import { queryOptions } from '@tanstack/react-query';
import { listRecentTasks, searchTasks } from '@timegrove/contract/tasks.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import type { TaskSource } from '@timegrove/ui/task-picker/picked-task.ts';
import { api } from '../../shell/api.ts';
import { timed } from '../../shell/server-clock.ts';

/** The member's running timer; also sets this window's clock by the server's. */
export const timerQuery = queryOptions({
  queryKey: ['timer'],
  queryFn: () => timed(() => api(readTimer)),
});

/** Where the task pickers of the web app find tasks: what the member may track on. */
export const trackableTasks: TaskSource = {
  recent: async () => (await api(listRecentTasks, { query: { limit: 12 } })).tasks,
  search: async (q) => (await api(searchTasks, { query: { q, for: 'track', limit: 50 } })).tasks,
};
