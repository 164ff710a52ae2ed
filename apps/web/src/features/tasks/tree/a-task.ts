import type { Task } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';

/** A task for tests: an own, trackable one without anything below it. */
export function aTask(name: string, given: Partial<Task> = {}): Task {
  return {
    id: newId<'task'>(),
    parentId: null,
    name,
    note: '',
    color: null,
    billable: false,
    tagIds: [],
    keywords: [],
    budgetMinutes: null,
    archived: null,
    source: null,
    childCount: 0,
    role: 'regular-user',
    trackable: true,
    ...given,
  };
}
