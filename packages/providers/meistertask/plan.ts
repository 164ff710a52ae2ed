import type { Selection } from '@timegrove/domain/provider.ts';
import { pageSize } from './api.ts';
import type { ProjectRow } from './api.ts';
import { projectState } from './map.ts';

/** How the sections and tasks are read: all of the account, or project by project. */
export type ReadPlan =
  | { readonly type: 'account' }
  | { readonly type: 'projects'; readonly ids: readonly number[] };

/**
 * Chooses the way that takes the fewest requests, as far as that can be known before reading.
 * Project by project takes 1 request for the sections and `pages(tasks)` for the tasks of each; the
 * whole account takes at least 1 and `pages(all tasks)`. Without the vendor's counts only a single
 * project is known never to cost more than the whole account.
 */
export function choosePlan(projects: readonly ProjectRow[], selection: Selection): ReadPlan {
  if (selection.mode === 'all') return { type: 'account' };
  const wanted = new Set(selection.ids);
  // What is trashed may refuse to be read, and its branch goes to the archive anyway.
  const ticked = projects.filter(
    (project) => wanted.has(String(project.id)) && projectState(project) !== 'deleted',
  );
  const single = sum(ticked.map((project) => 1 + pagesOf(countTasks(project))));
  const account = 1 + pagesOf(sum(projects.map(countTasks)));
  return ticked.length <= 1 || single <= account
    ? { type: 'projects', ids: ticked.map((project) => project.id) }
    : { type: 'account' };
}

/** How much there is to read at the vendor. */
export interface Extent {
  readonly projects: number;
  readonly sections: number;
  readonly tasks: number;
}

/** The fewest requests in which the vendor's pages allow a full read of the account. */
export function minimumRequests({ projects, sections, tasks }: Extent): number {
  if (projects === 0) return 1;
  return pagesOf(projects) + pagesOf(sections) + pagesOf(tasks);
}

// Even nothing takes one request to see.
function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / pageSize));
}

function countTasks(project: ProjectRow): number {
  return sum([
    project.tasks_active_count ?? 0,
    project.tasks_archive_count ?? 0,
    project.tasks_complete_count ?? 0,
    project.tasks_trash_count ?? 0,
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
