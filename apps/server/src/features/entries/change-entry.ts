import type { changeEntry as endpoint } from '@timegrove/contract/entries.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { ensureHandMade, ensureStart } from '@timegrove/domain/timesheet/limits.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { viewEntry, type EntryRow } from './entry-view.ts';
import { holdEntry } from './hold-entry.ts';
import { noTask, readTaskForTime } from './task-for-time.ts';
import { tellTime } from './tell-time.ts';

type Change = Parsed<typeof endpoint>['body'];

/**
 * Changes an own entry, or anybody's for an administrator. The task is only asked about rights and
 * archive when it becomes another one, so that time on a task of the past can still be corrected.
 */
export const changeEntry: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const before = await holdEntry(desk, params.entryId);
  const times =
    before.stopped_at === null
      ? changeRunning(desk, before, body)
      : changeFinished(desk, before, before.stopped_at, body);
  const row = await desk.db
    .updateTable('entry')
    .set({ note: body.note ?? before.note, ...times, ...(await changeTask(desk, before, body)) })
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tellTime(desk, row, row.stopped_at === null ? 'timer' : 'entry');
  return viewEntry(desk, row);
};

/** The end of a running timer is set by stopping it; its start is not confirmed by hand until then. */
function changeRunning(desk: Desk, before: EntryRow, body: Change) {
  if (body.stoppedAt !== undefined) throw new DomainError('entry-running');
  if (body.startedAt === undefined) return {};
  const now = desk.now.getTime();
  const asked = Date.parse(body.startedAt);
  ensureStart(asked, now);
  const startedAt = Math.min(asked, now);
  return { started_at: new Date(startedAt), day: dayOf(startedAt, before.zone) };
}

function changeFinished(desk: Desk, before: EntryRow, end: Date, body: Change) {
  const was = { startedAt: before.started_at.getTime(), stoppedAt: end.getTime() };
  const times = {
    startedAt: body.startedAt === undefined ? was.startedAt : Date.parse(body.startedAt),
    stoppedAt: body.stoppedAt === undefined ? was.stoppedAt : Date.parse(body.stoppedAt),
  };
  // Sent back as they were: nobody set them, and a timer of no length may stay one.
  if (times.startedAt === was.startedAt && times.stoppedAt === was.stoppedAt) return {};
  ensureHandMade({ ...times, lastedBefore: was.stoppedAt - was.startedAt }, desk.now.getTime());
  return {
    started_at: new Date(times.startedAt),
    stopped_at: new Date(times.stoppedAt),
    day: dayOf(times.startedAt, before.zone),
    edited_at: desk.now,
  };
}

/** With another task, `billable` follows that task unless somebody set it apart from the old one. */
async function changeTask(desk: Desk, before: EntryRow, body: Change) {
  const billable = body.billable ?? before.billable;
  if (body.taskId === undefined || body.taskId === before.task_id) return { billable };
  const task = await readTaskForTime(desk, body.taskId, before.member_id);
  const setApart = before.billable !== (await billableOf(desk, before.task_id));
  return {
    task_id: task.id,
    billable: body.billable ?? (setApart ? before.billable : task.billable),
  };
}

async function billableOf(desk: Desk, taskId: TaskId | null): Promise<boolean> {
  if (taskId === null) return noTask.billable;
  const task = await desk.db
    .selectFrom('task')
    .select('billable')
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  return task.billable;
}
