import type { Item } from '@timegrove/domain/provider.ts';
import type { ProjectRow, TaskRow } from './api.ts';

const taskStates = { open: 'active', done: 'completed', archived: 'archived' } as const;

/** A project as an item directly below the root. */
export function projectItem(row: ProjectRow): Item {
  return {
    kind: 'project',
    remoteId: row.id,
    parent: null,
    name: row.name,
    state: row.archived ? 'archived' : 'active',
    url: `https://vendor.example/projects/${encodeURIComponent(row.id)}`,
  };
}

/** A task as an item below its project. */
export function taskItem(row: TaskRow): Item {
  return {
    kind: 'task',
    remoteId: row.id,
    parent: { kind: 'project', remoteId: row.project_id },
    name: row.title,
    state: taskStates[row.state],
    url: null,
  };
}
