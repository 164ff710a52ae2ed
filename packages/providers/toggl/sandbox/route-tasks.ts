import { addTask } from './account.ts';
import type { Space } from './account.ts';
import { ApiError, good, numberAsked, pageOf } from './answers.ts';
import { deleteTask, setActive, tasksOf, touch } from './change.ts';
import { changedSince, flagIn, isWanted, nameIn, newName } from './fields.ts';
import { projectAsked } from './route-projects.ts';
import type { Route, Routed } from './routes.ts';
import type { Task } from './rows.ts';
import { taskView } from './views.ts';

// 50 is documented; that more than 200 is not given is a guess, after the projects [I].
const pageSize = { usual: 50, most: 200 };

/** A page of tasks of the workspace with the total; by name unless told. */
export const tasks: Route = ({ call, space }) => {
  needPaidPlan(space);
  const query = call.url.searchParams;
  const rows = wanted(space, query, numberAsked(call, 'since'));
  const field = query.get('sort_field') ?? 'name';
  const order = query.get('sort_order') ?? 'ASC';
  const page = numberAsked(call, 'page') ?? 1;
  const given = pageOf(call, sorted(rows, field, order), pageSize);
  return good({
    data: given.rows.map((row) => taskView(row, space)),
    page,
    per_page: given.size,
    sort_field: field,
    sort_order: order,
    total_count: rows.length,
  });
};

/** All tasks of a project at once; `active=true` leaves the done ones out. */
export const projectTasks: Route = (routed) => {
  const { call, space } = routed;
  needPaidPlan(space);
  const rows = tasksOf(space, projectAsked(routed).id);
  const only = call.url.searchParams.get('active') === 'true';
  return good(rows.filter((row) => row.active || !only).map((row) => taskView(row, space)));
};

/** One task. */
export const task: Route = (routed) => good(taskView(taskAsked(routed), routed.space));

/** A new task. */
export const createTask: Route = (routed) => {
  const { account, call, space } = routed;
  needPaidPlan(space);
  const project = projectAsked(routed);
  needActive(project.active);
  return good(taskView(addTask(account, space, project, newName(call, 'Task')), space));
};

/** Changes what was sent and leaves the rest. */
export const updateTask: Route = (routed) => {
  const { account, call, space } = routed;
  const found = taskAsked(routed);
  needActive(projectAsked(routed).active);
  found.name = nameIn(call, 'Task') ?? found.name;
  touch(account, found);
  const active = flagIn(call, 'active');
  if (active !== undefined) setActive(account, found, active);
  return good(taskView(found, space));
};

/** Deletes a task; the answer is its id. */
export const deleteTaskById: Route = (routed) => {
  const found = taskAsked(routed);
  deleteTask(routed.account, routed.space, found);
  return good(found.id);
};

/** Refuses where the plan has no tasks; the words are a guess, after those for billable rates [I]. */
export function needPaidPlan({ workspace }: Space): void {
  if (workspace.organization.plan === 'free')
    throw new ApiError(402, 'Tasks are available for Starter and higher plans.');
}

function needActive(active: boolean): void {
  if (active) return;
  throw new ApiError(400, 'Project not found/accessible, Can not change tasks of archived project');
}

function wanted(space: Space, query: URLSearchParams, since: number | null): readonly Task[] {
  const rows = changedSince(space.tasks.all(), space.deletedTasks, since);
  const active = query.get('active');
  const project = query.get('pid');
  const search = (query.get('search') ?? '').toLowerCase();
  // Everything is the usual wish, and a list of a hundred thousand is not gone through for nothing.
  if ((active === null || active === 'both') && project === null && search === '') return rows;
  return rows.filter(
    (row) =>
      isWanted(row.active, active) &&
      (project === null || row.project_id === Number(project)) &&
      row.name.toLowerCase().includes(search),
  );
}

// Ids are handed out upwards, so the order in which they are kept is the one in which tasks were made.
function sorted(rows: readonly Task[], field: string, order: string): readonly Task[] {
  const upwards =
    field === 'created_at'
      ? rows
      : rows.toSorted((one, other) => compare(one.name, other.name) || one.id - other.id);
  return order.toUpperCase() === 'DESC' ? upwards.toReversed() : upwards;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function taskAsked({ space, ids }: Routed): Task {
  const found = space.tasks.get(ids[1] ?? 0);
  if (found === undefined || found.project_id !== ids[0])
    throw new ApiError(400, 'Task not found/accessible');
  return found;
}
