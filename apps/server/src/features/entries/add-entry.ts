import type { addEntry as endpoint } from '@timegrove/contract/entries.ts';
import { ensureHandMade } from '@timegrove/domain/timesheet/limits.ts';
import type { Verb } from '../../http/bind.ts';
import { viewEntry } from './entry-view.ts';
import { lockMember } from './hold-entry.ts';
import { findSentBefore, insertEntry } from './insert-entry.ts';
import { readTaskForTime } from './task-for-time.ts';
import { tellTime } from './tell-time.ts';

/** Adds an own entry with both times; it may overlap others. The same id again changes nothing. */
export const addEntry: Verb<typeof endpoint> = async (desk, { body }) => {
  await lockMember(desk, desk.actor.memberId);
  const sent = await findSentBefore(desk, body.id);
  if (sent !== undefined) return viewEntry(desk, sent);
  const startedAt = Date.parse(body.startedAt);
  const stoppedAt = Date.parse(body.stoppedAt);
  ensureHandMade({ startedAt, stoppedAt }, desk.now.getTime());
  const task = await readTaskForTime(desk, body.taskId, desk.actor.memberId);
  const row = await insertEntry(desk, {
    id: body.id,
    taskId: task.id,
    startedAt,
    stoppedAt,
    zone: body.zone,
    note: body.note,
    billable: body.billable ?? task.billable,
    byHand: true,
  });
  tellTime(desk, row, 'entry');
  return viewEntry(desk, row);
};
