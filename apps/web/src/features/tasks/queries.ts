import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { explainTask } from '@timegrove/contract/explanations.ts';
import {
  listArchivedTasks,
  listAssignments,
  listTasks,
  readTask,
  searchTasks,
  type Task,
} from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';

const pageSize = 2000;

/** All active tasks directly below a task, or the projects. */
export function branchQuery(parentId: TaskId | null) {
  return queryOptions({
    ...(parentId === null && lasting),
    queryKey: ['tasks', 'below', parentId],
    queryFn: () => readBranch(parentId),
  });
}

async function readBranch(parentId: TaskId | null): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  let after: TaskId | null = null;
  do {
    const place = { ...(parentId && { parentId }), ...(after && { after }) };
    const page: { tasks: Task[]; next: TaskId | null } = await api(listTasks, {
      query: { ...place, limit: pageSize },
    });
    tasks.push(...page.tasks);
    after = page.next;
  } while (after !== null);
  return tasks;
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
    queryFn: () => api(searchTasks, { query: { q, for: 'see', limit: 100 } }),
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
