import { DomainError } from '@timegrove/domain/rule.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import type { TaskRow } from './find-task.ts';
import { refuseReadOnly } from './read-only.ts';

/** Refuses to put a task below this one. @throws DomainError task-read-only | right-needed | task-parent-archived */
export function refuseNewParent(desk: Desk, parent: TaskRow): void {
  refuseReadOnly(desk, parent);
  ensureMay(desk.actor, { do: 'add-below', lineage: parent.lineage });
  if (parent.archived_at !== null) {
    throw new DomainError('task-parent-archived', { task: parent.name });
  }
}
