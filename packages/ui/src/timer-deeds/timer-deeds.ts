import type { Entry } from '@timegrove/contract/entries.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { labelOf, type PickedTask } from '../task-picker/picked-task.ts';

interface When {
  /** What ends at that instant. */
  readonly running: Entry | null;
  /** In server time. */
  readonly now: number;
  /** An instant in the past to begin at instead. */
  readonly since?: number | undefined;
}

/** Starts a timer on a task, or on none, now or since an instant. */
export function starting(
  task: PickedTask | null,
  note: string,
  { running, now, since }: When,
  tagIds: readonly TagId[] = [],
): Call {
  const startedAt = since === undefined ? momentAfter(running, now) : instant(since);
  const said = { taskId: task?.id ?? null, note, tagIds: [...tagIds] };
  const body = { id: newId<'entry'>(), ...said, zone: browserZone(), startedAt };
  return startTimer.call({ body }, { task: labelOf(task) });
}

/** Stops a running timer now, in server time, or at an instant. */
export function stopping(running: Entry, now: number, at?: number): Call {
  const body = { stoppedAt: at === undefined ? momentAfter(running, now) : instant(at) };
  return stopTimer.call({ params: { entryId: running.id }, body }, { entry: running });
}

/** What of a running timer can be changed without stopping it. */
export interface TimerChange {
  readonly task?: PickedTask;
  readonly note?: string;
}

/** Changes the task or the note of a running timer. */
export function changing(entry: Entry, { task, note }: TimerChange): Call {
  const body = { ...(task && { taskId: task.id }), ...(note !== undefined && { note }) };
  const scene = { entry, ...(task && { task: labelOf(task) }) };
  return changeEntry.call({ params: { entryId: entry.id }, body }, scene);
}

/** Tells a timer without a task its task; another task starts a timer of its own; the same one is nothing to do. */
export function picking(task: PickedTask | null, when: When): Call | null {
  const { running } = when;
  if (running === null) return starting(task, '', when);
  if (task?.id === running.task?.id) return null;
  return running.task === null && task !== null
    ? changing(running, { task })
    : starting(task, '', when);
}

/** Now, but never before the start of what runs, however the clocks were set meanwhile. @param now in server time */
export function momentAfter(running: Entry | null, now: number): string {
  const start = running === null ? now : Date.parse(running.startedAt);
  return instant(Math.max(now, start));
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
