import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import { ApiError, bad, good, list } from './answers.ts';
import type { Organization, Project, User } from './rows.ts';
import { canSee, isThere, listsOf, organizationsOf, projectsOf } from './visible.ts';
import { addTask } from './world.ts';
import type { World } from './world.ts';

/** What a route is handed: who asks, and the id in the path, if there is one. */
interface Routed {
  readonly world: World;
  readonly user: User;
  readonly call: ApiCall;
  readonly id: string;
}

type Route = (routed: Routed) => Response;

// Deleted organizations, projects and lists are gone from their lists; deleted tasks are still sent,
// with `deletedAt`, those of deleted lists too. Which it really is, is not known; so both are played.
const routes: Readonly<Record<string, Route>> = {
  'GET /users/self': ({ user }) => good({ user }),
  'GET /users/self/organizations': ({ world, user, call }) =>
    list(call, 'organizations', organizationsOf(world, user).filter(isThere)),
  'GET /organizations/:id/projects': (routed) => {
    const { world, user, call } = routed;
    const projects = projectsOf(world, user, organizationAsked(routed));
    return list(call, 'projects', projects.filter(isThere));
  },
  'GET /projects/:id/lists': (routed) =>
    list(routed.call, 'lists', listsOf(routed.world, projectAsked(routed)).filter(isThere)),
  'GET /projects/:id/tasks': (routed) =>
    list(routed.call, 'tasks', routed.world.tasks.of(projectAsked(routed).id)),
  'POST /tasks': createTask,
};

/** Finds the route of a request of somebody who is signed in, and answers it. */
export function route(world: World, user: User, call: ApiCall): Response {
  const id = /^\/[a-z]+\/([0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/.exec(call.path)?.[1] ?? '';
  const pattern = id === '' ? call.path : call.path.replace(id, ':id');
  const found = routes[`${call.method} ${pattern}`];
  if (found === undefined) return bad(404, 'Not found');
  try {
    return found({ world, user, call, id });
  } catch (error) {
    if (error instanceof ApiError) return bad(error.status, error.message);
    throw error;
  }
}

function organizationAsked({ world, user, id }: Routed): Organization {
  const found = organizationsOf(world, user).find((one) => one.id === id);
  if (found === undefined || !isThere(found)) throw new ApiError(404, 'Organization not found');
  return found;
}

function projectAsked({ world, user, id }: Routed): Project {
  const found = world.projects.get(id);
  if (found === undefined || !isThere(found)) throw new ApiError(404, 'Project not found');
  if (!canSee(world, user, found)) throw new ApiError(403, 'You have no access to this project');
  return found;
}

function createTask({ world, user, call }: Routed): Response {
  const { projectId, taskListId, name, description } = call.body;
  if (typeof name !== 'string' || name === '') throw new ApiError(422, 'Name is required');
  const project = projectAsked({ world, user, call, id: String(projectId) });
  const found = world.lists.get(String(taskListId));
  if (found?.projectId !== project.id) throw new ApiError(404, 'List not found');
  const position = world.tasks.of(project.id).length;
  const words = typeof description === 'string' ? description : null;
  return good(addTask(world, project, found, { name, description: words, position }));
}
