import type { startTimer as endpoint } from '@timegrove/contract/timers.ts';
import { ensureStart } from '@timegrove/domain/timesheet/limits.ts';
import { planStart } from '@timegrove/domain/timesheet/start.ts';
import type { Verb } from '../../http/bind.ts';
import { viewEntry } from '../entries/entry-view.ts';
import { lockMember } from '../entries/hold-entry.ts';
import { findSentBefore, insertEntry } from '../entries/insert-entry.ts';
import { readTaskForTime } from '../entries/task-for-time.ts';
import { tellTime } from '../entries/tell-time.ts';
import { ensureTags } from '../tags/ensure-tags.ts';
import { readNeighbours, stopNeighbours } from './neighbours.ts';

/** Starts a timer and stops the running one at the same instant; see `planStart` for starts in the past. */
export const startTimer: Verb<typeof endpoint> = async (desk, { body }) => {
  await lockMember(desk, desk.actor.memberId);
  const sent = await findSentBefore(desk, body.id);
  if (sent !== undefined) return viewEntry(desk, sent);
  const now = desk.now.getTime();
  const asked = body.startedAt === undefined ? undefined : Date.parse(body.startedAt);
  if (asked !== undefined) ensureStart(asked, now);
  const task = await readTaskForTime(desk, body.taskId, desk.actor.memberId);
  await ensureTags(desk, body.tagIds);
  const plan = planStart(asked, now, await readNeighbours(desk, asked));
  await stopNeighbours(desk, plan);
  const row = await insertEntry(desk, {
    id: body.id,
    memberId: desk.actor.memberId,
    taskId: task.id,
    startedAt: plan.startedAt,
    stoppedAt: plan.stoppedAt,
    zone: body.zone,
    note: body.note,
    billable: task.billable,
    tagIds: body.tagIds,
    byHand: false,
  });
  tellTime(desk, row, 'timer');
  return viewEntry(desk, row);
};
