import type { TaskId } from '@timegrove/domain/id.ts';
import type { Create, MirrorTask } from '@timegrove/domain/tree/plan.ts';
import type { Work } from './engine.ts';

interface Place {
  readonly id: TaskId;
  readonly parentId: TaskId | null;
  readonly name: string;
}

/** Tells where tasks are, in names. */
export interface Places {
  /** The names from the integration's root down to the task's parent. */
  path(task: Pick<Place, 'id'>): string[];
  /** The same as one text. */
  sentence(task: Pick<Place, 'id'>): string;
}

/** Makes the places of one state of the tree. */
export function makePlaces(
  work: Work,
  tasks: readonly MirrorTask[],
  creates: readonly Create[],
): Places {
  const byId = new Map<TaskId, Place>();
  for (const task of tasks) byId.set(task.id, task);
  for (const create of creates) byId.set(create.id, create);
  const path = ({ id }: Pick<Place, 'id'>): string[] => {
    const parentId = byId.get(id)?.parentId ?? null;
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent === undefined ? [work.provider.rootName] : [...path(parent), parent.name];
  };
  return { path, sentence: (task) => path(task).join(' › ') };
}
