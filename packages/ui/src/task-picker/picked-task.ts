import type { Entry } from '@timegrove/contract/entries.ts';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';

/** A task as far as a timer or an entry shows it. */
export interface PickedTask {
  readonly id: TaskId;
  readonly name: string;
  /** Names from the root to the parent. */
  readonly path: readonly string[];
  readonly color: string | null;
  readonly archived: boolean;
  /** The provider of an imported task. */
  readonly provider: string | null;
}

/** A task in the list of the picker. */
export interface OfferedTask extends PickedTask {
  /** Why no time can be put on it, as a sentence; left out where it can. */
  readonly refusal?: string;
}

/** Where the picker finds tasks. All fail with an error whose message is a sentence to show. */
export interface TaskSource {
  /** The tasks that the member keeps at hand. */
  readonly favourites: () => Promise<readonly OfferedTask[]>;
  /** The tasks that were tracked on last, newest first. */
  readonly recent: () => Promise<readonly OfferedTask[]>;
  /** The tasks whose name holds every word, best first. */
  readonly search: (query: string) => Promise<readonly OfferedTask[]>;
}

/** Makes of a found task what a timer or an entry shows of it. */
export function pickedTask(task: TaskWithPath): PickedTask {
  return {
    id: task.id,
    name: task.name,
    path: task.path.map((step) => step.name),
    color: task.color,
    archived: task.archived !== null,
    provider: task.source?.provider ?? null,
  };
}

/** What an entry shows of a picked task. */
export function labelOf(task: PickedTask | null): Entry['task'] {
  return task && { ...task, path: [...task.path] };
}
