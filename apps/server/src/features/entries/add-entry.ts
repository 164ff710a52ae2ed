import type { addEntry as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { ensureAllowed } from '@timegrove/domain/timesheet/account-rules.ts';
import { ensureHandMade } from '@timegrove/domain/timesheet/limits.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureTags } from '../tags/ensure-tags.ts';
import { viewEntry } from './entry-view.ts';
import { lockMember } from './hold-entry.ts';
import { findSentBefore, insertEntry } from './insert-entry.ts';
import { refuseOverlaps } from './refuse-overlaps.ts';
import { readTaskForTime } from './task-for-time.ts';
import { tellTime } from './tell-time.ts';
import { traceTime } from './trace.ts';

/** Adds an entry with both times, for others too by an administrator. The same id again changes nothing. */
export const addEntry: Verb<typeof endpoint> = async (desk, { body }) => {
  const memberId = body.memberId ?? desk.actor.memberId;
  const whose = memberId === desk.actor.memberId ? 'own' : 'others';
  if (!may(desk.actor, { do: 'change-time', whose })) throw new DomainError('right-needed');
  const member = await lockMember(desk, memberId);
  const sent = await findSentBefore(desk, body.id, memberId);
  if (sent !== undefined) return viewEntry(desk, sent);
  const startedAt = Date.parse(body.startedAt);
  const stoppedAt = Date.parse(body.stoppedAt);
  ensureHandMade({ startedAt, stoppedAt }, desk.now.getTime());
  const days = [dayOf(startedAt, body.zone)];
  ensureAllowed(member.rules, { addsByHand: true, days, today: member.today });
  const task = await readTaskForTime(desk, body.taskId, memberId);
  await ensureTags(desk, body.tagIds);
  const after = await insertEntry(desk, {
    id: body.id,
    memberId,
    taskId: task.id,
    startedAt,
    stoppedAt,
    zone: body.zone,
    note: body.note,
    billable: body.billable ?? task.billable,
    tagIds: body.tagIds,
    byHand: true,
  });
  await refuseOverlaps(desk, [{ member, after }]);
  await traceTime(desk, 'added', [{ member, after }]);
  tellTime(desk, after, 'entry');
  return viewEntry(desk, after);
};
