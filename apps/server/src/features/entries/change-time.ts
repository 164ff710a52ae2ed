import type { changeEntries } from '@timegrove/contract/entries.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { ensureAllowed } from '@timegrove/domain/timesheet/account-rules.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { ensureTags } from '../tags/ensure-tags.ts';
import type { EntryRow } from './entry-view.ts';
import { holdEntries, type HeldEntry } from './hold-entry.ts';
import { planTimes } from './plan-times.ts';
import { refuseOverlaps } from './refuse-overlaps.ts';
import { noTask, readTasksForTime, type TaskForTime } from './task-for-time.ts';
import { tellTime } from './tell-time.ts';
import { traceTime } from './trace.ts';
import { writeEntries, type EntryValues } from './write-entries.ts';

/** What is to become of one entry; what is left out stays. */
export type Change = Parsed<typeof changeEntries>['body']['changes'][number];

interface HeldChange extends HeldEntry {
  readonly change: Change;
}

/**
 * Changes entries, all or none, with as many statements for many as for one. The task is only asked
 * about rights and archive when it becomes another one, so that time on a task of the past can still
 * be corrected.
 */
export async function changeTime(desk: Desk, changes: readonly Change[]): Promise<EntryRow[]> {
  const held = await holdEntries(
    desk,
    changes.map((change) => change.entryId),
  );
  const all = held.flatMap((one, index): HeldChange[] => {
    const change = changes[index];
    return change === undefined ? [] : [{ ...one, change }];
  });
  await ensureTags(desk, all.flatMap(newTags));
  const values = await planValues(desk, all);
  const rows = await writeEntries(desk, values);
  const deeds = all.flatMap(({ entry, member }) => {
    const after = rows.get(entry.id);
    return after === undefined ? [] : [{ member, before: entry, after }];
  });
  await refuseOverlaps(desk, deeds.filter(isMoved));
  await traceTime(desk, 'changed', deeds);
  for (const { after } of deeds)
    tellTime(desk, after, after.stopped_at === null ? 'timer' : 'entry');
  return deeds.map(({ after }) => after);
}

function newTags({ entry, change }: HeldChange) {
  return change.tagIds?.filter((id) => !entry.tag_ids.includes(id)) ?? [];
}

function isMoved({ before, after }: { readonly before: EntryRow; readonly after: EntryRow }) {
  return (
    before.started_at.getTime() !== after.started_at.getTime() ||
    before.stopped_at?.getTime() !== after.stopped_at?.getTime()
  );
}

async function planValues(desk: Desk, all: readonly HeldChange[]): Promise<EntryValues[]> {
  const moves = all.flatMap(({ entry, change: { taskId } }) =>
    taskId == null || taskId === entry.task_id ? [] : [{ taskId, memberId: entry.member_id }],
  );
  const tasks = await readTasksForTime(desk, moves);
  const billable = await readBillables(desk, all);
  return all.map(({ entry, member, change }) => {
    const times = planTimes(entry, change, desk.now);
    ensureAllowed(member.rules, { days: daysOf(entry, times.day), today: member.today });
    return {
      id: entry.id,
      ...times,
      ...taskAfter(entry, change, tasks, billable),
      note: change.note ?? entry.note,
      tag_ids: change.tagIds === undefined ? entry.tag_ids : [...new Set(change.tagIds)],
    };
  });
}

/** A timer that runs is no finished time yet: only where its start is put can be locked. */
function daysOf(entry: EntryRow, day: string): string[] {
  if (entry.stopped_at !== null) return [entry.day, day];
  return day === entry.day ? [] : [day];
}

/** With another task, `billable` follows that task unless somebody set it apart from the old one. */
function taskAfter(
  entry: EntryRow,
  { taskId, billable }: Change,
  tasks: ReadonlyMap<TaskId, TaskForTime>,
  billableOf: (taskId: TaskId | null) => boolean,
) {
  if (taskId === undefined || taskId === entry.task_id) {
    return { task_id: entry.task_id, billable: billable ?? entry.billable };
  }
  const task = (taskId === null ? undefined : tasks.get(taskId)) ?? noTask;
  const setApart = entry.billable !== billableOf(entry.task_id);
  return { task_id: taskId, billable: billable ?? (setApart ? entry.billable : task.billable) };
}

/** Whether the tasks that entries leave are billable. */
async function readBillables(desk: Desk, all: readonly HeldChange[]) {
  const left = all.flatMap(({ entry, change: { taskId } }) =>
    taskId === undefined || taskId === entry.task_id ? [] : (entry.task_id ?? []),
  );
  const tasks =
    left.length === 0
      ? []
      : await desk.db
          .selectFrom('task')
          .select(['id', 'billable'])
          .where('account_id', '=', desk.actor.accountId)
          .where(sql<boolean>`id = any(${[...new Set(left)]}::uuid[])`)
          .execute();
  const known = new Map(tasks.map(({ id, billable }) => [id, billable]));
  return (taskId: TaskId | null) =>
    (taskId === null ? undefined : known.get(taskId)) ?? noTask.billable;
}
