import type { mergeEntries as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { durationOf } from '@timegrove/domain/time/span.ts';
import { ensureAllowed } from '@timegrove/domain/timesheet/account-rules.ts';
import { ensureHandMade } from '@timegrove/domain/timesheet/limits.ts';
import { planMerge, type Merged, type Part } from '@timegrove/domain/timesheet/merge.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { writeDeletion } from './delete-time.ts';
import { viewEntries, viewEntry, type EntryRow } from './entry-view.ts';
import { holdAnyEntries, type HeldEntry } from './hold-entry.ts';
import { refuseOverlaps } from './refuse-overlaps.ts';
import { readTaskForTime } from './task-for-time.ts';
import { tellTime } from './tell-time.ts';
import { traceTime } from './trace.ts';
import { writeEntries } from './write-entries.ts';

/**
 * Merges entries into the first of them; the others are deleted and can be brought back. The same
 * again changes nothing.
 */
export const mergeEntries: Verb<typeof endpoint> = async (desk, { body }) => {
  const held = (await holdAnyEntries(desk, body.ids)).sort(byStart);
  const before = held.map(({ entry }) => entry);
  const [first, ...others] = held;
  if (first === undefined) throw notFound();
  if (isMerged(before)) return viewMerged(desk, first.entry, before);
  if (before.some(({ deleted_at }) => deleted_at !== null)) throw notFound();
  if (others.some(({ member }) => member.id !== first.member.id)) {
    throw new DomainError('merge-different-members');
  }
  const merged = planMerge([partOf(first), ...others.map(partOf)], body);
  ensureMergeable(desk, [first, ...others], merged);
  const deleted = await writeDeletion(desk, others, desk.now);
  const rows = await writeEntries(desk, [
    { ...first.entry, ...(await valuesOf(desk, first.entry, merged)), edited_at: desk.now },
  ]);
  const after = rows.get(first.entry.id) ?? first.entry;
  const deeds = [{ member: first.member, before: first.entry, after }, ...deleted];
  await refuseOverlaps(desk, [{ member: first.member, after }]);
  await traceTime(desk, 'merged', deeds);
  for (const deed of deeds) tellTime(desk, deed.after, 'entry');
  return viewMerged(desk, after, before);
};

async function viewMerged(desk: Desk, entry: EntryRow, before: readonly EntryRow[]) {
  return { entry: await viewEntry(desk, entry), before: await viewEntries(desk, before) };
}

/** The first holds all the others, and they are deleted: this was sent before. */
function isMerged([first, ...others]: readonly EntryRow[]): boolean {
  const end = first?.stopped_at;
  if (first?.deleted_at !== null || end == null) return false;
  return others.every((row) => row.deleted_at !== null && (row.stopped_at ?? end) <= end);
}

function notFound(): DomainError {
  return new DomainError('not-found', { thing: 'entry' });
}

function byStart({ entry: a }: HeldEntry, { entry: b }: HeldEntry): number {
  return a.started_at.getTime() - b.started_at.getTime() || a.id.localeCompare(b.id);
}

function partOf({ entry }: HeldEntry): Part {
  const { started_at, stopped_at, task_id, note, tag_ids } = entry;
  if (stopped_at === null) throw new DomainError('entry-running');
  const span = { start: started_at.getTime(), end: stopped_at.getTime() };
  return { span, taskId: task_id, note, tagIds: tag_ids };
}

/** What fills a gap is added by hand; what was tracked may be as long as it was. */
function ensureMergeable(
  desk: Desk,
  held: readonly [HeldEntry, ...HeldEntry[]],
  { span, tracked }: Merged,
): void {
  const [{ member }] = held;
  const addsByHand = tracked < durationOf(span);
  const days = held.map(({ entry }) => entry.day);
  ensureAllowed(member.rules, { addsByHand, days, today: member.today });
  ensureHandMade(
    { startedAt: span.start, stoppedAt: span.end, lastedBefore: tracked },
    desk.now.getTime(),
  );
}

async function valuesOf(desk: Desk, first: EntryRow, merged: Merged) {
  const { taskId, span, note, tagIds } = merged;
  const { billable } =
    taskId === first.task_id ? first : await readTaskForTime(desk, taskId, first.member_id);
  return {
    task_id: taskId,
    billable,
    stopped_at: new Date(span.end),
    note,
    tag_ids: tagIds,
  };
}
