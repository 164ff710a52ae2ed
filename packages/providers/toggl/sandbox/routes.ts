import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import type { Account, Space } from './account.ts';
import { ApiError, bad, good } from './answers.ts';
import {
  archiveClientById,
  client,
  clients,
  createClient,
  deleteClientById,
  restoreClientById,
  updateClient,
} from './route-clients.ts';
import {
  createProject,
  deleteProjectById,
  project,
  projects,
  updateProject,
} from './route-projects.ts';
import {
  createTask,
  deleteTaskById,
  projectTasks,
  task,
  tasks,
  updateTask,
} from './route-tasks.ts';
import { meView, organizationView, userView, workspaceView } from './views.ts';

/** What a route is handed: the workspace of the path and the ids behind it, from left to right. */
export interface Routed {
  readonly account: Account;
  readonly call: ApiCall;
  readonly space: Space;
  readonly ids: readonly number[];
}

/** Answers one request about a workspace. */
export type Route = (routed: Routed) => Response;

const ofPerson: Readonly<Record<string, (account: Account) => unknown>> = {
  'GET /me': meView,
  'GET /me/id': ({ me }) => me.id,
  'GET /me/logged': () => undefined,
  'GET /me/workspaces': ({ spaces }) => [...spaces.values()].map(workspaceView),
  'GET /me/organizations': ({ organizations, spaces }) =>
    organizations.map((one) => organizationView(one, countUsers(spaces.values(), one.id))),
};

const ofWorkspace: Readonly<Record<string, Route>> = {
  'GET ': ({ space }) => good(workspaceView(space)),
  'GET /users': ({ space }) => good(space.users.map(userView)),
  'GET /clients': clients,
  'POST /clients': createClient,
  'GET /clients/:id': client,
  'PUT /clients/:id': updateClient,
  'DELETE /clients/:id': deleteClientById,
  'POST /clients/:id/archive': archiveClientById,
  'POST /clients/:id/restore': restoreClientById,
  'GET /projects': projects,
  'POST /projects': createProject,
  'GET /projects/:id': project,
  'PUT /projects/:id': updateProject,
  'DELETE /projects/:id': deleteProjectById,
  'GET /tasks': tasks,
  'GET /projects/:id/tasks': projectTasks,
  'POST /projects/:id/tasks': createTask,
  'GET /projects/:id/tasks/:id': task,
  'PUT /projects/:id/tasks/:id': updateTask,
  'DELETE /projects/:id/tasks/:id': deleteTaskById,
};

/** Finds the route of a request and answers it. @throws ApiError */
export function route(account: Account, call: ApiCall): Response {
  const person = ofPerson[`${call.method} ${call.path}`];
  if (person !== undefined) return good(person(account));
  const [, workspace, rest = ''] = /^\/workspaces\/(\d+)(\/.*)?$/.exec(call.path) ?? [];
  if (workspace === undefined) return bad(404, 'Not found');
  const space = account.spaces.get(Number(workspace));
  if (space === undefined || space.workspace.server_deleted_at !== null)
    throw new ApiError(403, 'User does not have access to this resource.');
  const found = ofWorkspace[`${call.method} ${rest.replace(/\/\d+/g, '/:id')}`];
  const ids = [...rest.matchAll(/\/(\d+)/g)].map(([, id]) => Number(id));
  return found === undefined ? bad(404, 'Not found') : found({ account, call, space, ids });
}

function countUsers(spaces: Iterable<Space>, organization: number): number {
  const mine = [...spaces].filter(({ workspace }) => workspace.organization.id === organization);
  return new Set(mine.flatMap(({ users }) => users.map(({ id }) => id))).size;
}
