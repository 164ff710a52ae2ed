import { fineStamp, stamp } from './rows.ts';
import type { Client, Organization, Plan, Project, Task, User, Workspace } from './rows.ts';
import { createTable } from '../../kit/sandbox/table.ts';
import type { Table } from '../../kit/sandbox/table.ts';

/** A workspace with what is in it. What was deleted leaves the lists and is only told by `since`. */
export interface Space {
  readonly workspace: Workspace;
  readonly users: User[];
  readonly clients: Table<Client>;
  readonly projects: Table<Project>;
  readonly tasks: Table<Task>;
  readonly deletedProjects: Project[];
  readonly deletedTasks: Task[];
}

/** Everything that one token can see. */
export interface Account {
  readonly me: User;
  /** The user-level calls of an hour; organizations have their own count. */
  readonly hourlyCalls: number;
  readonly organizations: Organization[];
  readonly spaces: Map<number, Space>;
  readonly nextId: () => number;
  readonly now: () => Date;
}

/** Who an account belongs to. */
export interface Owner {
  readonly fullname: string;
  readonly email: string;
}

/** Makes an account without any workspace. `firstId` keeps the ids of accounts apart. */
export function createAccount(
  firstId: number,
  now: () => Date,
  { fullname, email }: Owner,
  hourlyCalls: number,
): Account {
  let lastId = firstId;
  const nextId = () => (lastId += 1);
  return {
    me: { id: nextId(), fullname, email, inactive: false, joined: true, admin: true },
    hourlyCalls,
    organizations: [],
    spaces: new Map(),
    nextId,
    now,
  };
}

/** Adds an organization. */
export function addOrganization(account: Account, name: string, plan: Plan): Organization {
  const id = account.nextId();
  const organization = { id, name, plan, created_at: fineStamp(account.now(), id) };
  account.organizations.push(organization);
  return organization;
}

/** Adds a workspace; the account's owner is its first member. */
export function addSpace(account: Account, organization: Organization, name: string): Space {
  const space: Space = {
    workspace: {
      id: account.nextId(),
      organization,
      name,
      suspended_at: null,
      server_deleted_at: null,
      at: stamp(account.now()),
    },
    users: [account.me],
    clients: createTable(),
    projects: createTable(),
    tasks: createTable(),
    deletedProjects: [],
    deletedTasks: [],
  };
  account.spaces.set(space.workspace.id, space);
  return space;
}

/** Adds somebody to a workspace. */
export function addUser(
  account: Account,
  space: Space,
  owner: Owner,
  more: Partial<Pick<User, 'inactive' | 'joined'>> = {},
): User {
  const id = account.nextId();
  const user: User = { id, ...owner, inactive: false, joined: true, admin: false, ...more };
  space.users.push(user);
  return user;
}

/** Adds a client. */
export function addClient(account: Account, { workspace, clients }: Space, name: string): Client {
  return clients.add({
    id: account.nextId(),
    wid: workspace.id,
    archived: false,
    name,
    at: stamp(account.now()),
    creator_id: account.me.id,
    server_deleted_at: null,
  });
}

/** Adds a project, of a client or of none. */
export function addProject(
  account: Account,
  { workspace, projects }: Space,
  client: number | null,
  name: string,
  color = '#9e5bd9',
): Project {
  const at = stamp(account.now());
  return projects.add({
    id: account.nextId(),
    workspace_id: workspace.id,
    client_id: client,
    name,
    is_private: false,
    active: true,
    at,
    created_at: at,
    server_deleted_at: null,
    color,
    pinned: false,
  });
}

/** Adds a task that is not done. */
export function addTask(account: Account, { tasks }: Space, project: Project, name: string): Task {
  const at = stamp(account.now());
  return tasks.add({
    id: account.nextId(),
    name,
    workspace_id: project.workspace_id,
    project_id: project.id,
    user_id: null,
    active: true,
    at,
    created_at: at,
    server_deleted_at: null,
  });
}
