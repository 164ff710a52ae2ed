import type { splitEntry as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { ensureAllowed } from '@timegrove/domain/timesheet/account-rules.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Verb } from '../../http/bind.ts';
import { viewEntries, type EntryRow } from './entry-view.ts';
import { holdEntry } from './hold-entry.ts';
import { findSentBefore, insertEntry } from './insert-entry.ts';
import { refuseOverlaps } from './refuse-overlaps.ts';
import { tellTime } from './tell-time.ts';
import { traceTime } from './trace.ts';
import { writeEntries } from './write-entries.ts';

/** Splits an entry into two that meet. Both keep task, note and tags, also those that take no new time. */
export const splitEntry: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { entry, member } = await holdEntry(desk, params.entryId);
  const sent = await findSentBefore(desk, body.id, member.id);
  if (sent !== undefined) return { entries: await viewEntries(desk, [entry, sent]) };
  const { stopped_at: end } = entry;
  if (end === null) throw new DomainError('entry-running');
  const at = Date.parse(body.at);
  if (at <= entry.started_at.getTime() || at >= end.getTime()) {
    throw new DomainError('split-outside');
  }
  const days = [entry.day, dayOf(at, entry.zone)];
  ensureAllowed(member.rules, { days, today: member.today });
  const rows = await writeEntries(desk, [
    { ...entry, stopped_at: new Date(at), edited_at: desk.now },
  ]);
  const first = rows.get(entry.id) ?? entry;
  const second = await insertEntry(desk, {
    ...secondHalf(entry, at),
    id: body.id,
    stoppedAt: end.getTime(),
    byHand: true,
  });
  const deeds = [
    { member, before: entry, after: first },
    { member, after: second },
  ];
  await refuseOverlaps(desk, deeds);
  await traceTime(desk, 'split', deeds);
  for (const after of [first, second]) tellTime(desk, after, 'entry');
  return { entries: await viewEntries(desk, [first, second]) };
};

function secondHalf({ member_id, task_id, zone, note, billable, tag_ids }: EntryRow, at: number) {
  return {
    memberId: member_id,
    taskId: task_id,
    startedAt: at,
    zone,
    note,
    billable,
    tagIds: tag_ids,
  };
}
