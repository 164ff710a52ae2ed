import type { Item, ItemRef, ItemState } from '@timegrove/domain/provider.ts';
import type { ListRow, OrganizationRow, ProjectRow, TaskRow } from './routes.ts';

const site = 'https://planner.timecamp.com/projects';

/** The reference to an organization, which people call workspace. */
export const workspaceRef = (id: string): ItemRef => ({ kind: 'workspace', remoteId: id });

/** The reference to a project. */
export const projectRef = (id: string): ItemRef => ({ kind: 'project', remoteId: id });

/** The reference to a list. */
export const listRef = (id: string): ItemRef => ({ kind: 'list', remoteId: id });

/**
 * The reference to a task: the bare UUID. The vendor's own timer button names the same task
 * `task_<UUID>`; who looks that up takes the prefix away.
 */
export const taskRef = (id: string): ItemRef => ({ kind: 'task', remoteId: id });

/** The flags in which the vendor tells the life of a thing; one that is not sent does not hold. */
export interface LifeFlags {
  readonly isArchived?: boolean | null | undefined;
  readonly isCompleted?: boolean | null | undefined;
  readonly completedAt?: string | null | undefined;
  readonly deletedAt?: string | null | undefined;
}

/** The state of a thing: deleted before archived before completed. */
export function stateOf(row: LifeFlags): ItemState {
  if (isDeleted(row)) return 'deleted';
  if (row.isArchived === true) return 'archived';
  if (row.isCompleted === true || (row.isCompleted == null && row.completedAt != null))
    return 'completed';
  return 'active';
}

/** Tells whether a thing was deleted although it is still listed. */
export function isDeleted({ deletedAt }: LifeFlags): boolean {
  return deletedAt != null && deletedAt !== '';
}

/** Tells whether a project is one that people see as a board; one without a name is a direct chat [D]. */
export function isBoard({ name }: ProjectRow): boolean {
  return name != null && name.trim() !== '';
}

/** An organization as an item directly below the root. */
export function workspaceItem(row: OrganizationRow): Item {
  return { ...workspaceRef(row.id), parent: null, name: row.name, state: stateOf(row), url: null };
}

/** A project as an item below its organization. */
export function projectItem(row: ProjectRow, organization: string): Item {
  return {
    ...projectRef(row.id),
    parent: workspaceRef(organization),
    name: row.name ?? '',
    state: stateOf(row),
    url: addressOf(row.id),
  };
}

/** A list as an item below its project; it has no address of its own. */
export function listItem(row: ListRow, project: string): Item {
  return {
    ...listRef(row.id),
    parent: projectRef(project),
    name: row.name,
    state: stateOf(row),
    url: null,
  };
}

/** A task as an item below its list, or below another task. */
export function taskItem(row: TaskRow, project: string, parent: ItemRef): Item {
  return {
    ...taskRef(row.id),
    parent,
    name: row.name,
    state: stateOf(row),
    url: `${addressOf(project)}/kanban?taskId=${encodeURIComponent(row.id)}`,
  };
}

function addressOf(project: string): string {
  return `${site}/${encodeURIComponent(project)}`;
}
