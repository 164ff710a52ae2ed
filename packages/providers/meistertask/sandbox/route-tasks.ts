import { addTask } from './account.ts';
import type { Account } from './account.ts';
import { ApiError, good, page } from './answers.ts';
import { moveTask, setTaskStatus, touch } from './change.ts';
import { numberIn, textIn } from './fields.ts';
import { projectAsked } from './route-projects.ts';
import { sectionAsked } from './route-sections.ts';
import { taskStatus } from './rows.ts';
import type { Task } from './rows.ts';
import type { Route, Routed } from './routes.ts';

const filters: Readonly<Record<string, number>> = {
  open: taskStatus.open,
  completed: taskStatus.completed,
  completed_archived: taskStatus.archived,
  trashed: taskStatus.trashed,
};

/** Tasks of a section, a project or the account; without a `status` all of them [R]. */
export const tasks: Route = (routed) => {
  const { account, call } = routed;
  const conditions = [...place(routed), ...statusAndPerson(account, call.url.searchParams)];
  const all = account.tasks.all();
  const rows =
    conditions.length === 0 ? all : all.filter((row) => conditions.every((is) => is(row)));
  return page(call, rows);
};

type Condition = (row: Task) => boolean;

function place(routed: Routed): Condition[] {
  if (routed.id === 0) return [];
  if (routed.call.path.startsWith('/projects/')) {
    const project = projectAsked(routed);
    return [(row) => row.project_id === project.id];
  }
  const section = sectionAsked(routed);
  return [(row) => row.section_id === section.id];
}

// `labels` and `focused_by_me` are not played: the data has neither.
function statusAndPerson(account: Account, query: URLSearchParams): Condition[] {
  const status = filters[query.get('status') ?? ''];
  const me = account.people.all()[0]?.id ?? null;
  const conditions: Condition[] = [];
  if (status !== undefined) conditions.push((row) => row.status === status);
  if (query.get('assigned_to_me') === 'true') conditions.push((row) => row.assigned_to_id === me);
  return conditions;
}

/** One task. */
export const task: Route = (routed) => good(taskAsked(routed));

/** A new task. */
export const createTask: Route = (routed) => {
  const { account, call } = routed;
  const made = addTask(account, sectionAsked(routed), textIn(call, 'name'));
  if (call.body['notes'] !== undefined) made.notes = textIn(call, 'notes');
  return good(made);
};

/** Changes what was sent and leaves the rest; another `section_id` moves the task. */
export const updateTask: Route = (routed) => {
  const { account, call } = routed;
  const found = taskAsked(routed);
  if (call.body['name'] !== undefined) found.name = textIn(call, 'name');
  if (call.body['notes'] !== undefined) found.notes = textIn(call, 'notes');
  if (call.body['section_id'] !== undefined)
    moveTask(account, found, sectionAsked({ ...routed, id: numberIn(call, 'section_id') }));
  touch(account, found);
  if (call.body['status'] !== undefined) setTaskStatus(account, found, numberIn(call, 'status'));
  return good(found);
};

/** Removes a task for good; the route is not documented [?]. */
export const deleteTask: Route = (routed) => {
  routed.account.tasks.remove(taskAsked(routed).id);
  return new Response(null, { status: 204 });
};

function taskAsked({ account, id }: Routed): Task {
  const found = account.tasks.get(id);
  if (found === undefined) throw new ApiError(404, `Task with ID ${id} not found`);
  return found;
}
