import { Unreachable } from '@timegrove/contract/client.ts';
import { searchTasks } from '@timegrove/contract/tasks.ts';
import { findTasks } from '@timegrove/domain/tree/find-tasks.ts';
import { pickedTask, type OfferedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import type { Desk } from './desk.ts';

const limit = 50;

/** What a window asked for. */
export interface Found {
  readonly tasks: readonly OfferedTask[];
  /** How many at the head are favourites; none unless told. */
  readonly favourites?: number;
  /** Whether there are more than these; no unless told. */
  readonly more?: boolean;
}

/**
 * The tasks for what was typed: of the whole tree while the server is there, else of the favourite
 * and recent ones. Nothing typed: these.
 */
export async function findTasksFor(desk: Desk, query: string): Promise<Found> {
  // Just connected, nothing has been read yet.
  if (desk.known().recent.length === 0) await desk.reading.of('tasks');
  const { favourites, recent } = desk.known();
  const others = recent.filter(({ id }) => favourites.every((task) => task.id !== id));
  const atHand = [...favourites, ...others];
  if (query === '') return { tasks: atHand, favourites: favourites.length };
  try {
    const { tasks } = await desk.ask(searchTasks, { query: { q: query, for: 'track', limit } });
    return { tasks: tasks.map(pickedTask) };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const known = atHand.map((task) => ({ task, name: task.name, path: task.path, keywords: [] }));
    const found = findTasks(known, query, { recent: 0, limit });
    return { tasks: found.map(({ task }) => task) };
  }
}
