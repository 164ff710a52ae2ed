import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Container, Failure, Item, ItemRef, ItemState } from '@timegrove/domain/provider.ts';
import { addressOf } from './address.ts';
import type { ProjectRow, SectionRow, TaskRow } from './api.ts';

// 1 and 4 are recorded, 5 is documented. A project in another state could be anything.
const projectStates: Readonly<Record<number, ItemState>> = {
  1: 'active',
  4: 'deleted',
  5: 'archived',
};

const sectionStates: Readonly<Record<number, ItemState>> = { 1: 'active', 2: 'deleted' };

// 8 is recorded; 18 is 16 | 2, completed and then archived [D]. Some clients say 3 for trashed;
// the recording decides.
const taskStates: Readonly<Record<number, ItemState>> = {
  1: 'active',
  2: 'completed',
  8: 'deleted',
  18: 'archived',
};

/** The reference to a project. */
export const projectRef = (id: number): ItemRef => ({ kind: 'project', remoteId: String(id) });

/** The reference to a list, which the vendor calls section. */
export const listRef = (id: number): ItemRef => ({ kind: 'list', remoteId: String(id) });

/**
 * The state of a project.
 * @throws ProviderFailure `changed-shape`, because a wrong guess would archive a branch or revive one
 */
export function projectState(row: ProjectRow): ItemState {
  const state = projectStates[row.status];
  if (state === undefined) throw new ProviderFailure(unknownProjectState(row.status));
  return state;
}

/** The failure of a project in a state that nobody knows. */
export function unknownProjectState(status: number): Failure {
  return { word: 'changed-shape', path: `GET /projects status (${status} is not known)` };
}

/** A project as an item directly below the root. @throws ProviderFailure `changed-shape` */
export function projectItem(row: ProjectRow): Item {
  return {
    ...projectRef(row.id),
    parent: null,
    name: row.name,
    state: projectState(row),
    url: address('project', row.token),
  };
}

/** A project as something to tick. @throws ProviderFailure `changed-shape` */
export function projectContainer(row: ProjectRow): Container {
  return { ...projectRef(row.id), name: row.name, state: projectState(row) };
}

/** A section as an item below its project. An unknown state counts as active: lists always stay. */
export function listItem(row: SectionRow): Item {
  return {
    ...listRef(row.id),
    parent: projectRef(row.project_id),
    name: row.name,
    state: sectionStates[row.status] ?? 'active',
    url: null,
  };
}

/** A task as an item below its section. An unknown state counts as active: tasks always stay. */
export function taskItem(row: TaskRow): Item {
  return {
    kind: 'task',
    remoteId: String(row.id),
    parent: listRef(row.section_id),
    name: row.name,
    state: taskStates[row.status] ?? 'active',
    url: address('task', row.token),
  };
}

const states = { project: projectStates, list: sectionStates, task: taskStates };

/** Tells whether a state is one that the vendor is known to use for that kind. */
export function isKnownState(kind: 'project' | 'list' | 'task', status: number): boolean {
  return states[kind][status] !== undefined;
}

function address(kind: 'project' | 'task', token: string | null | undefined): string | null {
  return token == null ? null : addressOf(kind, token);
}
