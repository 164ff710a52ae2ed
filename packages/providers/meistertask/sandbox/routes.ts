import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import type { Account } from './account.ts';
import { bad } from './answers.ts';
import { me, people, person } from './route-people.ts';
import {
  createProject,
  deleteProjectById,
  project,
  projects,
  updateProject,
} from './route-projects.ts';
import {
  createSection,
  deleteSectionById,
  section,
  sections,
  updateSection,
} from './route-sections.ts';
import { createTask, deleteTask, task, tasks, updateTask } from './route-tasks.ts';

/** What a route is handed: the account of the token and the id in the path, if there is one. */
export interface Routed {
  readonly account: Account;
  readonly call: ApiCall;
  readonly id: number;
  /** Whether another account has a project of that id: then it is forbidden, not missing. */
  readonly isForeign: (projectId: number) => boolean;
}

/** Answers one request of the API. */
export type Route = (routed: Routed) => Response;

const routes: Readonly<Record<string, Route>> = {
  'GET /persons/me': me,
  'GET /persons': people,
  'GET /persons/:id': person,
  'GET /projects/:id/persons': people,
  'GET /projects': projects,
  'POST /projects': createProject,
  'GET /projects/:id': project,
  'PUT /projects/:id': updateProject,
  'DELETE /projects/:id': deleteProjectById,
  'GET /sections': sections,
  'GET /projects/:id/sections': sections,
  'POST /projects/:id/sections': createSection,
  'GET /sections/:id': section,
  'PUT /sections/:id': updateSection,
  'DELETE /sections/:id': deleteSectionById,
  'GET /tasks': tasks,
  'GET /projects/:id/tasks': tasks,
  'GET /sections/:id/tasks': tasks,
  'POST /sections/:id/tasks': createTask,
  'GET /tasks/:id': task,
  'PUT /tasks/:id': updateTask,
  'DELETE /tasks/:id': deleteTask,
};

/** Finds the route of a request and answers it. */
export function route(account: Account, call: ApiCall, isForeign: Routed['isForeign']): Response {
  const id = /\/(\d+)(?=\/|$)/.exec(call.path)?.[1];
  const pattern = id === undefined ? call.path : call.path.replace(`/${id}`, '/:id');
  const found = routes[`${call.method} ${pattern}`];
  return found === undefined
    ? bad(404, 'Not found')
    : found({ account, call, id: Number(id ?? 0), isForeign });
}
