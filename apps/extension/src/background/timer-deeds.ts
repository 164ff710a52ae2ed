import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { labelOf, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { browserZone } from '../zone.ts';

/** Starts on a task, or on none. @param running what ends at that instant @param now in server time */
export function starting(
  task: PickedTask | null,
  note: string,
  { running, now }: { readonly running: Entry | null; readonly now: number },
): Call {
  const startedAt = momentAfter(running, now);
  const said = { taskId: task?.id ?? null, note, tagIds: [] };
  const body = { id: newId<'entry'>(), ...said, zone: browserZone(), startedAt };
  return startTimer.call({ body }, { task: labelOf(task) });
}

/** Stops a running timer now, in server time. */
export function stopping(running: Entry, now: number): Call {
  const params = { entryId: running.id };
  return stopTimer.call(
    { params, body: { stoppedAt: momentAfter(running, now) } },
    { entry: running },
  );
}

/** Changes the note of a running timer. */
export function noting(running: Entry, note: string): Call {
  return changeEntry.call({ params: { entryId: running.id }, body: { note } }, { entry: running });
}

/** Tells a timer without a task its task; another task starts a timer of its own. */
export function picking(
  task: PickedTask | null,
  { running, now }: { readonly running: Entry | null; readonly now: number },
): Call | null {
  if (running === null) return starting(task, '', { running, now });
  if (task?.id === running.task?.id) return null;
  if (running.task !== null || task === null) return starting(task, '', { running, now });
  const params = { entryId: running.id };
  return changeEntry.call(
    { params, body: { taskId: task.id } },
    { entry: running, task: labelOf(task) },
  );
}

/** Never before what runs began: clocks differ by a little. */
function momentAfter(running: Entry | null, now: number): string {
  const start = running === null ? now : Date.parse(running.startedAt);
  return new Date(Math.max(now, start)).toISOString();
}
