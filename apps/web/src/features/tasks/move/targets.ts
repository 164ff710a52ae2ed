import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';

/** Leaves out what a task cannot be moved to: itself, what is below it, what a vendor rules. */
export function possibleParents(
  task: Pick<Task, 'id' | 'parentId'>,
  found: readonly TaskWithPath[],
): readonly TaskWithPath[] {
  return found.filter(
    (other) =>
      other.id !== task.id &&
      other.id !== task.parentId &&
      other.source?.readOnly !== true &&
      other.path.every(({ id }) => id !== task.id),
  );
}
