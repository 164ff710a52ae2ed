import { cannot, found, nameIn, SandboxRefusal } from '../../kit/sandbox/act.ts';
import type { Act } from '../../kit/sandbox/act.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import {
  deleteList,
  deleteOrganization,
  deleteProject,
  deleteTask,
  moveTask,
  setCompleted,
  touch,
} from './change.ts';
import { listNode, organizationNode, projectNode, taskNode } from './nodes.ts';
import type { List, Organization, Project, Task, User } from './rows.ts';
import { canSee, organizationsOf } from './visible.ts';
import { addList, addOrganization, addProject, addTask } from './world.ts';
import type { World } from './world.ts';

/** Who does something, and what. */
interface Acting {
  readonly world: World;
  readonly user: User;
  readonly it: Act;
}

/** Does what a person does at the vendor. @throws SandboxRefusal when it cannot be done */
export function act(world: World, user: User, it: Act): SandboxNode {
  const acting = { world, user, it };
  switch (it.kind) {
    case 'workspace':
      return organizationNode(actOnOrganization(acting));
    case 'project':
      return projectNode(actOnProject(acting));
    case 'list':
      return listNode(actOnList(acting));
    case 'task':
      return taskNode(actOnTask(acting));
    default:
      throw new SandboxRefusal(
        `Planner knows workspace, project, list and task, not “${it.kind}”.`,
      );
  }
}

function actOnOrganization(acting: Acting): Organization {
  const { world, user, it } = acting;
  if (it.do === 'create') return addOrganization(world, nameIn(it), [user]);
  const organization = organizationAt(acting, it.id);
  if (it.do === 'delete') deleteOrganization(world, organization);
  else changeLife(acting, organization);
  return organization;
}

function actOnProject(acting: Acting): Project {
  const { world, user, it } = acting;
  if (it.do === 'create')
    return addProject(world, organizationAt(acting, it.parent), {
      name: nameIn(it),
      creator: user,
      color: '30bfbf',
    });
  const project = projectAt(acting, it.id);
  if (it.do === 'delete') deleteProject(world, project);
  else changeLife(acting, project);
  return project;
}

function actOnList(acting: Acting): List {
  const { world, it } = acting;
  if (it.do === 'create') return addList(world, projectAt(acting, it.parent), nameIn(it));
  const list = listAt(acting, it.id);
  if (it.do === 'delete') deleteList(world, list);
  else changeLife(acting, list);
  return list;
}

function actOnTask(acting: Acting): Task {
  const { world, it } = acting;
  if (it.do === 'create') return createTask(acting);
  const task = taskAt(acting, it.id);
  if (it.do === 'delete') deleteTask(world, task);
  else if (it.do === 'complete' || it.do === 'reopen')
    setCompleted(world, task, it.do === 'complete');
  else if (it.do === 'move') {
    const list = listAt(acting, it.parent);
    moveTask(world, task, list, projectAt(acting, list.projectId));
  } else changeLife(acting, task);
  touch(world, task);
  return task;
}

// Below a task it becomes a part of that one.
function createTask(acting: Acting): Task {
  const { world, it } = acting;
  const above = world.tasks.get(it.parent ?? '');
  const list = listAt(acting, above?.taskListId ?? it.parent);
  const project = projectAt(acting, list.projectId);
  const position = world.tasks.of(project.id).length;
  return addTask(world, project, list, { name: nameIn(it), position, above });
}

interface Living {
  name: string | null;
  isArchived: boolean;
  deletedAt: string | null;
  updatedAt: string;
}

/** What can be done to a thing of any kind. */
function changeLife({ world, it }: Acting, row: Living): void {
  if (it.do === 'rename') row.name = nameIn(it);
  else if (it.do === 'archive') row.isArchived = true;
  else if (it.do === 'trash') row.deletedAt = world.stamp();
  else if (it.do === 'restore') Object.assign(row, { isArchived: false, deletedAt: null });
  else throw cannot(it);
  touch(world, row);
}

// Without a place, the first one of the person is meant.
function organizationAt({ world, user, it }: Acting, id: string | undefined): Organization {
  const mine = organizationsOf(world, user);
  return found(id === undefined ? mine[0] : mine.find((one) => one.id === id), it);
}

function projectAt({ world, user, it }: Acting, id: string | undefined): Project {
  const project = world.projects.get(id ?? '');
  return found(project !== undefined && canSee(world, user, project) ? project : undefined, it);
}

function listAt(acting: Acting, id: string | undefined): List {
  const list = found(acting.world.lists.get(id ?? ''), acting.it);
  projectAt(acting, list.projectId);
  return list;
}

function taskAt(acting: Acting, id: string | undefined): Task {
  const task = found(acting.world.tasks.get(id ?? ''), acting.it);
  projectAt(acting, task.projectId);
  return task;
}
