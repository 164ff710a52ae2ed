import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { Account, Space } from './account.ts';
import type { Client, Project, Task } from './rows.ts';

/** A workspace in the words of the port; one that is marked as deleted is still told of. */
export function workspaceNode({ workspace }: Space): SandboxNode {
  return {
    kind: 'workspace',
    id: String(workspace.id),
    parent: null,
    name: workspace.name,
    state: workspace.server_deleted_at === null ? 'active' : 'trashed',
  };
}

/** A client in the words of the port. */
export function clientNode({ id, wid, name, archived }: Client): SandboxNode {
  const state = archived ? 'archived' : 'active';
  return { kind: 'client', id: String(id), parent: String(wid), name, state };
}

/** A project in the words of the port. */
export function projectNode(row: Project): SandboxNode {
  return {
    kind: 'project',
    id: String(row.id),
    parent: String(row.client_id ?? row.workspace_id),
    name: row.name,
    state: row.active ? 'active' : 'archived',
  };
}

/** A task in the words of the port. */
export function taskNode(row: Task): SandboxNode {
  return {
    kind: 'task',
    id: String(row.id),
    parent: String(row.project_id),
    name: row.name,
    state: row.active ? 'active' : 'completed',
  };
}

/** Everything that the account can see, level by level. A plan without tasks shows none. */
export function nodesOf({ spaces }: Account): readonly SandboxNode[] {
  const all = [...spaces.values()];
  return [
    ...all.map(workspaceNode),
    ...all.flatMap(({ clients }) => clients.all().map(clientNode)),
    ...all.flatMap(({ projects }) => projects.all().map(projectNode)),
    ...all.flatMap((space) => visibleTasks(space).map(taskNode)),
  ];
}

/** The tasks that the vendor shows: none where the plan of the workspace has no tasks. */
export function visibleTasks({ workspace, tasks }: Space): readonly Task[] {
  return workspace.organization.plan === 'free' ? [] : tasks.all();
}
