import {
  infiniteQueryOptions,
  queryOptions,
  skipToken,
  type QueryClient,
} from '@tanstack/react-query';
import { explainTask } from '@timegrove/contract/explanations.ts';
import {
  listArchivedTasks,
  listAssignments,
  listFavouriteTasks,
  listTasks,
  readTask,
  searchTasks,
  summarizeTask,
  type Task,
} from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';

const pageSize = 500;
/** The most that one answer holds. */
const mostAtOnce = 2000;

/** The active tasks directly below one task, or the projects, as far as they are read. */
export interface TasksBelow {
  readonly tasks: readonly Task[];
  /** Where to go on reading; null: these are all. */
  readonly next: TaskId | null;
}

/** The first tasks directly below a task, or the first projects; read anew, as many as were read before. */
export function branchQuery(parentId: TaskId | null) {
  const queryKey = ['tasks', 'below', parentId] as const;
  return queryOptions({
    ...(parentId === null && lasting),
    queryKey,
    queryFn: ({ client }) => {
      const known = client.getQueryData<TasksBelow>(queryKey);
      return readBranch(parentId, known?.tasks.length ?? 0);
    },
  });
}

/** Reads the next page of a branch of which some is read already. */
export async function readMore(client: QueryClient, parentId: TaskId | null): Promise<void> {
  const { queryKey } = branchQuery(parentId);
  const known = client.getQueryData(queryKey);
  if (known === undefined || known.next === null) return;
  const page = await readPage(parentId, known.next, pageSize);
  // Meanwhile the branch may have been read anew.
  client.setQueryData(queryKey, (now) =>
    now?.next === known.next ? { ...page, tasks: [...now.tasks, ...page.tasks] } : now,
  );
}

async function readBranch(parentId: TaskId | null, atLeast: number): Promise<TasksBelow> {
  const tasks: Task[] = [];
  let next: TaskId | null = null;
  do {
    const limit = Math.min(Math.max(atLeast - tasks.length, pageSize), mostAtOnce);
    const page = await readPage(parentId, next, limit);
    tasks.push(...page.tasks);
    next = page.next;
  } while (next !== null && tasks.length < atLeast);
  return { tasks, next };
}

function readPage(
  parentId: TaskId | null,
  after: TaskId | null,
  limit: number,
): Promise<TasksBelow> {
  return api(listTasks, {
    query: { ...(parentId && { parentId }), ...(after && { after }), limit },
  });
}

/** One task with its path; null asks for nothing. */
export function taskQuery(taskId: TaskId | null) {
  return queryOptions({
    queryKey: ['tasks', 'one', taskId],
    queryFn: taskId === null ? skipToken : () => api(readTask, { params: { taskId } }),
  });
}

/** Visible tasks whose name holds every word. */
export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ['tasks', 'search', 'see', q],
    queryFn: () => api(searchTasks, { query: { q, for: 'see', limit: 50 } }),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
}

/** Archived tasks, newest first, page by page. */
export function archivedQuery(q: string) {
  const firstPage: TaskId | null = null;
  return infiniteQueryOptions({
    queryKey: ['tasks', 'archived', q],
    queryFn: ({ pageParam }: { pageParam: TaskId | null }) =>
      api(listArchivedTasks, { query: { q, limit: 100, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
}

/** The tasks that the member keeps at hand. */
export const favouritesQuery = queryOptions({
  ...lasting,
  queryKey: ['tasks', 'favourites'],
  queryFn: () => api(listFavouriteTasks),
});

/** The time on a task and everything below it; a timer that runs on it makes it more by the minute. */
export function summaryQuery(taskId: TaskId) {
  return queryOptions({
    queryKey: ['entries', 'on-task', taskId],
    queryFn: () => api(summarizeTask, { params: { taskId } }),
    staleTime: 0,
    refetchInterval: 60_000,
  });
}

/** Who is assigned to a task, directly or by a task above it. */
export function assignmentsQuery(taskId: TaskId) {
  return queryOptions({
    queryKey: ['assignments', taskId],
    queryFn: () => api(listAssignments, { params: { taskId } }),
  });
}

/** Why an imported task is here. */
export function explanationQuery(taskId: TaskId) {
  return queryOptions({
    queryKey: ['tasks', 'explanation', taskId],
    queryFn: () => api(explainTask, { params: { taskId } }),
  });
}
