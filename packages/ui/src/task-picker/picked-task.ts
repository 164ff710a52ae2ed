import type { Entry } from '@timegrove/contract/entries.ts';
import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
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
  /** How many tasks lie directly below it; left out where nobody looked. */
  readonly below?: number;
}

/** What lies directly below a task, or the projects. */
export interface Branch {
  readonly tasks: readonly OfferedTask[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** Where the picker finds tasks. All fail with an error whose message is a sentence to show. */
export interface TaskSource {
  /** The tasks that the member keeps at hand. */
  readonly favourites: () => Promise<readonly OfferedTask[]>;
  /** The tasks that were tracked on last, newest first. */
  readonly recent: () => Promise<readonly OfferedTask[]>;
  /** The tasks whose name holds every word, best first. */
  readonly search: (query: string) => Promise<readonly OfferedTask[]>;
  /** The active tasks directly below one, by name; for null the projects. */
  readonly below: (task: PickedTask | null) => Promise<Branch>;
}

/** Makes of a found task what a timer or an entry shows of it. */
export function pickedTask(task: TaskWithPath): PickedTask {
  return labelAt(
    task.path.map((step) => step.name),
    task,
  );
}

/** Makes of a task what the list shows of it below another one. @param refusal why no time can be put on it */
export function offeredBelow(
  branch: PickedTask | null,
  task: Task,
  refusal: string | undefined,
): OfferedTask {
  const path = branch === null ? [] : [...branch.path, branch.name];
  return { ...labelAt(path, task), below: task.childCount, ...(refusal && { refusal }) };
}

function labelAt(path: readonly string[], task: Task): PickedTask {
  return {
    id: task.id,
    name: task.name,
    path,
    color: task.color,
    archived: task.archived !== null,
    provider: task.source?.provider ?? null,
  };
}

/** What an entry shows of a picked task. */
export function labelOf(task: PickedTask | null): Entry['task'] {
  if (task === null) return null;
  const { id, name, path, color, archived, provider } = task;
  return { id, name, path: [...path], color, archived, provider };
}
