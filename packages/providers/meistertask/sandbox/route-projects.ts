import { addProject } from './account.ts';
import type { Account } from './account.ts';
import { ApiError, good, page } from './answers.ts';
import { deleteProject, setProjectStatus, touch } from './change.ts';
import { numberIn, textIn } from './fields.ts';
import { projectStatus, taskStatus } from './rows.ts';
import type { Project } from './rows.ts';
import type { Route, Routed } from './routes.ts';

// No filter shows trashed projects: the documented words are these three. Whether `all` holds
// trashed ones is [?]; here it does not, which is the harder case for an importer.
const filters: Readonly<Record<string, readonly number[]>> = {
  active: [projectStatus.active],
  archived: [projectStatus.archived],
  all: [projectStatus.active, projectStatus.archived],
};

/** The projects that are listed under a `status`. */
export function listedProjects(account: Account, status = 'active'): readonly Project[] {
  const wanted = filters[status] ?? [projectStatus.active];
  return account.projects.all().filter((project) => wanted.includes(project.status));
}

/** The list of projects; without a `status` only active ones [R]. */
export const projects: Route = ({ account, call }) => {
  const counts = countTasks(account);
  const listed = listedProjects(account, call.url.searchParams.get('status') ?? undefined);
  return page(call, listed, (project) => withCounts(project, counts));
};

/** One project, trashed ones too. */
export const project: Route = (routed) =>
  good(withCounts(projectAsked(routed), countTasks(routed.account)));

/** A new project; POST answers 200 [R]. */
export const createProject: Route = ({ account, call }) => {
  const made = addProject(account, textIn(call, 'name'));
  return good(withCounts(made, countTasks(account)));
};

/** Changes what was sent and leaves the rest. */
export const updateProject: Route = (routed) => {
  const { account, call } = routed;
  const found = projectAsked(routed);
  if (call.body['name'] !== undefined) found.name = textIn(call, 'name');
  if (call.body['notes'] !== undefined) found.notes = textIn(call, 'notes');
  if (call.body['share_mode'] !== undefined) found.share_mode = numberIn(call, 'share_mode');
  touch(account, found);
  if (call.body['status'] !== undefined) setProjectStatus(account, found, numberIn(call, 'status'));
  return good(withCounts(found, countTasks(account)));
};

/** Removes a project for good; the route is not documented [?]. */
export const deleteProjectById: Route = (routed) => {
  deleteProject(routed.account, projectAsked(routed));
  return new Response(null, { status: 204 });
};

/** The project that the path names. @throws ApiError 403 for another account's, 404 for none */
export function projectAsked({ account, id, isForeign }: Routed): Project {
  const found = account.projects.get(id);
  if (found !== undefined) return found;
  if (isForeign(id)) throw new ApiError(403, `Access to project with ID ${id} forbidden`);
  throw new ApiError(404, `Project with ID ${id} not found`);
}

type Counts = ReadonlyMap<number, ReadonlyMap<number, number>>;

function countTasks(account: Account): Counts {
  const counts = new Map<number, Map<number, number>>();
  for (const { project_id, status } of account.tasks.all()) {
    const ofProject = counts.get(project_id) ?? new Map<number, number>();
    ofProject.set(status, (ofProject.get(status) ?? 0) + 1);
    counts.set(project_id, ofProject);
  }
  return counts;
}

function withCounts(row: Project, counts: Counts): unknown {
  const count = (status: number) => counts.get(row.id)?.get(status) ?? 0;
  return {
    ...row,
    tasks_active_count: count(taskStatus.open),
    tasks_archive_count: count(taskStatus.archived),
    tasks_complete_count: count(taskStatus.completed),
    tasks_trash_count: count(taskStatus.trashed),
  };
}
