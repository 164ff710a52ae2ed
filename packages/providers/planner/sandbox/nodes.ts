import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { List, Organization, Project, Task, User } from './rows.ts';
import { boardsOf, listsOf, organizationsOf } from './visible.ts';
import type { World } from './world.ts';

/** An organization in the words of the port. */
export function organizationNode(row: Organization): SandboxNode {
  return { kind: 'workspace', id: row.id, parent: null, name: row.name, state: stateOf(row) };
}

/** A project in the words of the port. */
export function projectNode(row: Project): SandboxNode {
  const { id, organizationId: parent, name } = row;
  return { kind: 'project', id, parent, name: name ?? '', state: stateOf(row) };
}

/** A list in the words of the port. */
export function listNode(row: List): SandboxNode {
  const { id, projectId: parent, name } = row;
  return { kind: 'list', id, parent, name, state: stateOf(row) };
}

/** A task in the words of the port. */
export function taskNode(row: Task): SandboxNode {
  const { id, name } = row;
  return { kind: 'task', id, parent: row.parentId ?? row.taskListId, name, state: stateOf(row) };
}

interface Life {
  readonly isArchived: boolean;
  readonly isCompleted?: boolean;
  readonly deletedAt: string | null;
}

function stateOf({ isArchived, isCompleted, deletedAt }: Life): SandboxNode['state'] {
  if (deletedAt !== null) return 'trashed';
  if (isArchived) return 'archived';
  return isCompleted === true ? 'completed' : 'active';
}

/** Everything that somebody can see, level by level; direct chats are nothing to see. */
export function nodesOf(world: World, user: User): readonly SandboxNode[] {
  const organizations = organizationsOf(world, user);
  const projects = organizations.flatMap((one) => boardsOf(world, user, one));
  const tasks = projects.flatMap((one) => world.tasks.of(one.id));
  return [
    ...organizations.map(organizationNode),
    ...projects.map(projectNode),
    ...projects.flatMap((one) => listsOf(world, one)).map(listNode),
    ...tasks.filter(({ parentId }) => parentId === null).map(taskNode),
    ...partsOf(tasks),
  ];
}

// Deeper and deeper, so that what is above comes first.
function partsOf(tasks: readonly Task[]): SandboxNode[] {
  const found: SandboxNode[] = [];
  let above = new Set(tasks.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  while (above.size > 0) {
    const parts = tasks.filter(({ parentId }) => parentId !== null && above.has(parentId));
    found.push(...parts.map(taskNode));
    above = new Set(parts.map(({ id }) => id));
  }
  return found;
}
