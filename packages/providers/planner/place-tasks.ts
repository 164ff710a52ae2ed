import type { Item, ItemRef } from '@timegrove/domain/provider.ts';
import { isDeleted, listRef, taskItem, taskRef } from './map.ts';
import type { ListRow, TaskRow } from './routes.ts';

/** The tasks of a project, each in its place. */
export interface PlacedTasks {
  readonly items: readonly Item[];
  /** Tasks in a list that the vendor does not list; they have no place. */
  readonly strays: number;
}

/**
 * Places the tasks of a project: below their list, or below the task that `parentId` names. A parent
 * that is not there, or a circle of parents, places a task below its list. Nothing hangs below what
 * was deleted.
 */
export function placeTasks(
  rows: readonly TaskRow[],
  lists: readonly ListRow[],
  project: string,
): PlacedTasks {
  const tasks = new Map(rows.map((row) => [row.id, row]));
  const listed = new Map(lists.map((list) => [list.id, list]));
  const items: Item[] = [];
  let strays = 0;
  for (const row of rows) {
    const place = placeOf(row, tasks, listed);
    if (place === 'stray') strays += 1;
    else if (place !== 'below-deleted') items.push(taskItem(row, project, place));
  }
  return { items, strays };
}

type Place = ItemRef | 'stray' | 'below-deleted';

function placeOf(
  row: TaskRow,
  tasks: ReadonlyMap<string, TaskRow>,
  lists: ReadonlyMap<string, ListRow>,
): Place {
  const above = ancestorsOf(row, tasks);
  if (above.some(isDeleted)) return 'below-deleted';
  const list = lists.get((above.at(-1) ?? row).taskListId ?? '');
  if (list === undefined) return 'stray';
  if (isDeleted(list)) return 'below-deleted';
  const [parent] = above;
  return parent === undefined ? listRef(list.id) : taskRef(parent.id);
}

/** The tasks above a task, the nearest first; none where they would go in a circle. */
function ancestorsOf(row: TaskRow, tasks: ReadonlyMap<string, TaskRow>): readonly TaskRow[] {
  const above: TaskRow[] = [];
  const met = new Set([row.id]);
  for (let at = parentOf(row, tasks); at !== undefined; at = parentOf(at, tasks)) {
    if (met.has(at.id)) return [];
    met.add(at.id);
    above.push(at);
  }
  return above;
}

function parentOf({ parentId }: TaskRow, tasks: ReadonlyMap<string, TaskRow>) {
  return parentId == null ? undefined : tasks.get(parentId);
}
