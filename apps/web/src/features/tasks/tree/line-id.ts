import { isId, type TaskId } from '@timegrove/domain/id.ts';

const start = 'task-';

/** The element id of a task's line in the tree. */
export function lineId(taskId: TaskId): string {
  return start + taskId;
}

/** The task on whose line an element of the tree stands. */
export function taskAt(target: EventTarget): TaskId | undefined {
  const line = target instanceof Element ? target.closest('[role="treeitem"]') : null;
  const id = line?.id.slice(start.length);
  return isId<'task'>(id) ? id : undefined;
}
