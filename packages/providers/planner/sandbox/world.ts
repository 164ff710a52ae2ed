import { hash } from 'node:crypto';
import { createTable } from './table.ts';
import type { Table } from './table.ts';
import type { List, Organization, Project, Task, User } from './rows.ts';

/** Everything there is at the simulated vendor, of all its users. */
export interface World {
  readonly organizations: Table<Organization>;
  readonly projects: Table<Project>;
  readonly lists: Table<List>;
  readonly tasks: Table<Task>;
  /** Who is in an organization, by its id. */
  readonly members: Map<string, readonly User[]>;
  /** Who can see a private project, by its id. */
  readonly insiders: Map<string, readonly User[]>;
  readonly nextId: () => string;
  /** The time as the vendor would write it. */
  readonly stamp: () => string;
}

/** Makes a world without anything in it; the same seed gives the same ids. */
export function emptyWorld(seed: number, now: () => Date): World {
  let made = 0;
  return {
    organizations: createTable(() => ''),
    projects: createTable((row) => row.organizationId),
    lists: createTable((row) => row.projectId),
    tasks: createTable((row) => row.projectId),
    members: new Map(),
    insiders: new Map(),
    nextId: () => uuid(`${seed} ${(made += 1)}`),
    stamp: () => now().toISOString(),
  };
}

/** A UUID that stands for a text (version 4 in form, as the vendor's are). */
export function uuid(text: string): string {
  const hex = hash('sha1', text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Adds an organization with its members. */
export function addOrganization(
  world: World,
  name: string,
  members: readonly User[],
): Organization {
  const at = world.stamp();
  const id = world.nextId();
  world.members.set(id, members);
  return world.organizations.add({
    id,
    name,
    isArchived: false,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
}

/** What a new project is made of; with `insiders` it is private to them. */
export interface NewProject {
  readonly name: string | null;
  readonly creator: User;
  readonly color?: string;
  readonly insiders?: readonly User[];
}

/** Adds a project to an organization. */
export function addProject(world: World, organization: Organization, made: NewProject): Project {
  const at = world.stamp();
  const id = world.nextId();
  if (made.insiders !== undefined) world.insiders.set(id, made.insiders);
  return world.projects.add({
    id,
    name: made.name,
    organizationId: organization.id,
    description: null,
    color: `#${made.color ?? '98aab3'}`,
    isPrivate: made.insiders !== undefined,
    isArchived: false,
    createdBy: made.creator.id,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
}

/** Adds a list to a project, behind the others. */
export function addList(world: World, project: Project, name: string): List {
  const at = world.stamp();
  return world.lists.add({
    id: world.nextId(),
    name,
    projectId: project.id,
    position: world.lists.of(project.id).length,
    isArchived: false,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
}

/** What a new task is made of. */
export interface NewTask {
  readonly name: string;
  readonly position: number;
  readonly description?: string | null;
  readonly assignee?: User | undefined;
  /** The task that it is a part of. */
  readonly above?: Task | undefined;
}

/** Adds a task to a list. */
export function addTask(world: World, project: Project, list: List, made: NewTask): Task {
  const at = world.stamp();
  return world.tasks.add({
    id: world.nextId(),
    name: made.name,
    description: made.description ?? null,
    organizationId: project.organizationId,
    projectId: project.id,
    taskListId: list.id,
    parentId: made.above?.id ?? null,
    isCompleted: false,
    completedAt: null,
    isArchived: false,
    assigneeIds: made.assignee === undefined ? [] : [made.assignee.id],
    dueDate: null,
    position: made.position,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
}
