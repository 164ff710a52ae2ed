import type { TaskId } from '../id.ts';
import { itemKey, type Item } from '../provider.ts';
import type { MirrorTask } from './plan.ts';

/** Where a reconciliation looks things up; it is filled while items and tasks are still being read. */
export interface Lookup {
  readonly items: Map<string, Item>;
  readonly known: Map<string, MirrorTask>;
  readonly taskById: Map<TaskId, MirrorTask>;
}

/** A lookup before anything was read. */
export function emptyLookup(): Lookup {
  return { items: new Map(), known: new Map(), taskById: new Map() };
}

/** Notes what the vendor has; of an item that is read twice the last one counts. */
export function noteItems({ items }: Lookup, read: readonly Item[]): void {
  for (const item of read) items.set(itemKey(item), item);
}

/** Notes what the tree has. */
export function noteTasks({ known, taskById }: Lookup, mirror: readonly MirrorTask[]): void {
  for (const task of mirror) {
    known.set(itemKey(task), task);
    taskById.set(task.id, task);
  }
}
