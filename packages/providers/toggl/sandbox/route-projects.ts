import { addProject } from './account.ts';
import type { Space } from './account.ts';
import { ApiError, good, numberAsked, pageOf } from './answers.ts';
import { deleteProject, setActive, tasksOf, touch } from './change.ts';
import { changedSince, flagIn, isWanted, nameIn, newName } from './fields.ts';
import type { Route, Routed } from './routes.ts';
import type { Project } from './rows.ts';
import { projectView } from './views.ts';

const pageSize = { usual: 151, most: 200 };

/** A page of projects by name; without `active` archived ones come too [I]. No total is told. */
export const projects: Route = ({ call, space }) => {
  const query = call.url.searchParams;
  const active = query.get('active');
  const name = (query.get('name') ?? '').toLowerCase();
  const rows = changedSince(
    space.projects.all(),
    space.deletedProjects,
    numberAsked(call, 'since'),
  ).filter((row) => isWanted(row.active, active) && row.name.toLowerCase().includes(name));
  const counts = Map.groupBy(space.tasks.all(), (task) => task.project_id);
  const given = pageOf(call, byName(rows), pageSize).rows;
  return good(given.map((row) => projectView(row, counts.get(row.id)?.length ?? 0)));
};

/** One project. */
export const project: Route = (routed) => shown(routed, projectAsked(routed));

/** A new project. */
export const createProject: Route = (routed) => {
  const { account, call, space } = routed;
  const client = clientIn(routed) ?? null;
  return shown(routed, addProject(account, space, client, newName(call, 'Project')));
};

/** Changes what was sent and leaves the rest. */
export const updateProject: Route = (routed) => {
  const { account, call } = routed;
  const found = projectAsked(routed);
  const client = clientIn(routed);
  found.name = nameIn(call, 'Project') ?? found.name;
  if (client !== undefined) found.client_id = client;
  touch(account, found);
  const active = flagIn(call, 'active');
  if (active !== undefined) setActive(account, found, active);
  return shown(routed, found);
};

/** Deletes a project; the answer is its id. */
export const deleteProjectById: Route = (routed) => {
  const found = projectAsked(routed);
  deleteProject(routed.account, routed.space, found);
  return good(found.id);
};

/** The project that the path names. @throws ApiError 400 */
export function projectAsked({ space, ids: [id = 0] }: Routed): Project {
  const found = space.projects.get(id);
  if (found === undefined) throw new ApiError(400, 'Project not found/accessible');
  return found;
}

function clientIn({ call, space }: Routed): number | null | undefined {
  const value = call.body['client_id'];
  if (value === undefined || value === null) return value;
  const id = Number(value);
  if (space.clients.get(id) === undefined)
    throw new ApiError(
      400,
      `Client with the ID ${id} isn't present in workspace ${space.workspace.id}`,
    );
  return id;
}

function shown({ space }: { readonly space: Space }, row: Project): Response {
  return good(projectView(row, tasksOf(space, row.id).length));
}

// The vendor's default order is not documented; by name is the harder one, since names change.
function byName(rows: readonly Project[]): readonly Project[] {
  return rows.toSorted((one, other) => compare(one.name, other.name) || one.id - other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
