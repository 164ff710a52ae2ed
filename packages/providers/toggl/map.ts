import type { Container, Item, ItemRef, ItemState } from '@timegrove/domain/provider.ts';
import type { ClientRow, ProjectRow, TaskRow, WorkspaceRow } from './api.ts';

const site = 'https://track.toggl.com';

/** The reference to a workspace. */
export const workspaceRef = (id: number): ItemRef => ({ kind: 'workspace', remoteId: String(id) });

/** The reference to a client. */
export const clientRef = (id: number): ItemRef => ({ kind: 'client', remoteId: String(id) });

/** The reference to a project. */
export const projectRef = (id: number): ItemRef => ({ kind: 'project', remoteId: String(id) });

/** The state of a workspace; a suspended one is still there, only its plan lies still. */
export function workspaceState(row: WorkspaceRow): ItemState {
  return isDeleted(row) ? 'deleted' : 'active';
}

/** A workspace as an item directly below the root. */
export function workspaceItem(row: WorkspaceRow): Item {
  return { ...workspaceContainer(row), parent: null, url: null };
}

/** A workspace as something to tick. */
export function workspaceContainer(row: WorkspaceRow): Container {
  return { ...workspaceRef(row.id), name: row.name, state: workspaceState(row) };
}

/** A client as an item below its workspace. */
export function clientItem(row: ClientRow, workspace: number): Item {
  return {
    ...clientRef(row.id),
    parent: workspaceRef(workspace),
    name: row.name,
    state: isDeleted(row) ? 'deleted' : row.archived ? 'archived' : 'active',
    url: null,
  };
}

/** A project as an item below its client, or directly below its workspace when it has none. */
export function projectItem(row: ProjectRow, workspace: number): Item {
  return {
    ...projectRef(row.id),
    parent: row.client_id === null ? workspaceRef(workspace) : clientRef(row.client_id),
    name: row.name,
    state: projectState(row),
    // As public programs write it [D].
    url: `${site}/${workspace}/projects/${row.id}/team`,
  };
}

// `active` is recorded and decides; `status` is newer and only tells the two ends of life apart from it.
function projectState(row: ProjectRow): ItemState {
  if (isDeleted(row) || row.status === 'deleted') return 'deleted';
  return row.active && row.status !== 'archived' ? 'active' : 'archived';
}

/** A task as an item below its project; `active: false` is the vendor's word for done [S]. */
export function taskItem(row: TaskRow): Item {
  return {
    kind: 'task',
    remoteId: String(row.id),
    parent: projectRef(row.project_id),
    name: row.name,
    state: isDeleted(row) ? 'deleted' : row.active ? 'active' : 'completed',
    url: null,
  };
}

function isDeleted(row: { readonly server_deleted_at?: string | null | undefined }): boolean {
  return row.server_deleted_at != null;
}
