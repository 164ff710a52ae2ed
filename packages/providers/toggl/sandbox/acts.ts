import { cannot, found, nameIn, SandboxRefusal } from '../../kit/sandbox/act.ts';
import type { Act } from '../../kit/sandbox/act.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import { addClient, addProject, addSpace, addTask } from './account.ts';
import type { Account, Space } from './account.ts';
import { actOnPerson } from './act-on-person.ts';
import { ApiError } from './answers.ts';
import {
  archiveClient,
  deleteClient,
  deleteProject,
  deleteTask,
  restoreClient,
  setActive,
  touch,
} from './change.ts';
import { clientNode, projectNode, taskNode, workspaceNode } from './nodes.ts';
import { needPaidPlan } from './route-tasks.ts';
import { stamp } from './rows.ts';
import type { Client, Project, Task } from './rows.ts';

/** Does what a person does at the vendor. @throws SandboxRefusal when the vendor has no such thing */
export function act(account: Account, it: Act): SandboxNode {
  switch (it.kind) {
    case 'workspace':
      return workspaceNode(actOnWorkspace(account, it));
    case 'client':
      return clientNode(actOnClient(account, it));
    case 'project':
      return projectNode(actOnProject(account, it));
    case 'task':
      return taskNode(actOnTask(account, it));
    case 'person':
      return actOnPerson(account, it);
    default:
      throw new SandboxRefusal(
        `Toggl knows workspace, client, project, task and person, not “${it.kind}”.`,
      );
  }
}

function actOnWorkspace(account: Account, it: Act): Space {
  const { spaces, organizations, now } = account;
  if (it.do === 'create') return addSpace(account, found(organizations[0], it), nameIn(it));
  const space = found(spaces.get(Number(it.id)), it);
  const { workspace } = space;
  if (it.do === 'rename') workspace.name = nameIn(it);
  else if (it.do === 'trash') workspace.server_deleted_at = stamp(now());
  else if (it.do === 'restore') workspace.server_deleted_at = null;
  else if (it.do === 'delete') spaces.delete(workspace.id);
  else throw cannot(it);
  touch(account, workspace);
  return space;
}

function actOnClient(account: Account, it: Act): Client {
  if (it.do === 'create')
    return addClient(account, found(account.spaces.get(Number(it.parent)), it), nameIn(it));
  const space = spaceWith(account, it, ({ clients }, id) => clients.get(id));
  const client = found(space.clients.get(Number(it.id)), it);
  if (it.do === 'rename') client.name = nameIn(it);
  else if (it.do === 'archive') archiveClient(account, space, client);
  else if (it.do === 'restore') restoreClient(account, client);
  else if (it.do === 'delete') deleteClient(account, space, client);
  else throw cannot(it);
  touch(account, client);
  return client;
}

function actOnProject(account: Account, it: Act): Project {
  if (it.do === 'create') {
    const { space, client } = homeOf(account, it);
    return addProject(account, space, client, nameIn(it));
  }
  const space = spaceWith(account, it, ({ projects }, id) => projects.get(id));
  const project = found(space.projects.get(Number(it.id)), it);
  if (it.do === 'rename') project.name = nameIn(it);
  else if (it.do === 'move') moveProject(account, space, project, it);
  else if (it.do === 'archive' || it.do === 'restore')
    setActive(account, project, it.do === 'restore');
  else if (it.do === 'delete') deleteProject(account, space, project);
  else throw cannot(it);
  touch(account, project);
  return project;
}

function actOnTask(account: Account, it: Act): Task {
  const projectOf = (space: Space) => found(space.projects.get(Number(it.parent)), it);
  if (it.do === 'create') {
    const space = spaceWith(account, { ...it, id: it.parent }, ({ projects }, id) =>
      projects.get(id),
    );
    inWords(() => needPaidPlan(space));
    return addTask(account, space, changeable(projectOf(space)), nameIn(it));
  }
  const space = spaceWith(account, it, ({ tasks }, id) => tasks.get(id));
  const task = found(space.tasks.get(Number(it.id)), it);
  changeable(found(space.projects.get(task.project_id), it));
  if (it.do === 'rename') task.name = nameIn(it);
  // That a task can be moved at all is a guess [?].
  else if (it.do === 'move') task.project_id = changeable(projectOf(space)).id;
  else if (it.do === 'complete' || it.do === 'reopen') setActive(account, task, it.do === 'reopen');
  else if (it.do === 'delete') deleteTask(account, space, task);
  else throw cannot(it);
  touch(account, task);
  return task;
}

// A project lives in a client, or in the workspace itself when it has none.
function homeOf(
  account: Account,
  it: Act,
): { readonly space: Space; readonly client: number | null } {
  const id = Number(it.parent);
  const own = account.spaces.get(id);
  if (own !== undefined) return { space: own, client: null };
  const space = spaceWith(account, { ...it, id: it.parent }, ({ clients }) => clients.get(id));
  return { space, client: id };
}

function moveProject(account: Account, space: Space, project: Project, it: Act): void {
  const home = homeOf(account, it);
  if (home.space !== space) throw new SandboxRefusal('A project stays in its workspace.');
  project.client_id = home.client;
}

function changeable(project: Project): Project {
  if (project.active) return project;
  throw new SandboxRefusal('Can not change tasks of archived project.');
}

function spaceWith(
  { spaces }: Account,
  it: Act,
  find: (space: Space, id: number) => unknown,
): Space {
  const id = Number(it.id);
  return found(
    [...spaces.values()].find((space) => find(space, id) !== undefined),
    it,
  );
}

function inWords(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof ApiError ? new SandboxRefusal(error.message) : error;
  }
}
