import type { EntryId } from '@timegrove/domain/id.ts';
import { ensureAllowed } from '@timegrove/domain/timesheet/account-rules.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';
import { holdAnyEntries, type HeldEntry } from './hold-entry.ts';
import { refuseOverlaps } from './refuse-overlaps.ts';
import { tellTime } from './tell-time.ts';
import { changedBy, traceTime, type Traced } from './trace.ts';

/** Deletes entries so that they can be brought back; a running timer stops with it. */
export async function deleteTime(desk: Desk, ids: readonly EntryId[]): Promise<void> {
  const held = (await holdAnyEntries(desk, ids)).filter(({ entry }) => entry.deleted_at === null);
  for (const { entry, member } of held) {
    // Discarding what runs takes no finished time away.
    const days = entry.stopped_at === null ? [] : [entry.day];
    ensureAllowed(member.rules, { days, today: member.today });
  }
  const deeds = await writeDeletion(desk, held, desk.now);
  await traceTime(desk, 'deleted', deeds);
  for (const { before } of deeds) {
    tellTime(desk, before, before.stopped_at === null ? 'timer' : 'entry');
  }
}

/** Brings the deleted ones among entries back as they were, also onto archived tasks: time is never lost. */
export async function undeleteTime(desk: Desk, held: readonly HeldEntry[]): Promise<EntryRow[]> {
  const deleted = held.filter(({ entry }) => entry.deleted_at !== null);
  for (const { entry, member } of deleted) {
    ensureAllowed(member.rules, { days: [entry.day], today: member.today });
  }
  const deeds = await writeDeletion(desk, deleted, null);
  await refuseOverlaps(desk, deeds);
  await traceTime(desk, 'undeleted', deeds);
  for (const { after } of deeds) tellTime(desk, after, 'entry');
  const back = new Map(deeds.map(({ after }) => [after.id, after]));
  return held.map(({ entry }) => back.get(entry.id) ?? entry);
}

/** Marks held entries as deleted, or not; what runs stops. */
export async function writeDeletion(
  desk: Desk,
  held: readonly HeldEntry[],
  deletedAt: Date | null,
) {
  if (held.length === 0) return [];
  const ids = held.map(({ entry }) => entry.id);
  const rows = await desk.db
    .updateTable('entry')
    .set({
      deleted_at: deletedAt,
      stopped_at: sql<Date>`coalesce(stopped_at, greatest(started_at, ${desk.now}))`,
      ...changedBy(desk),
    })
    .where('account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returningAll()
    .execute();
  const after = new Map(rows.map((row) => [row.id, row]));
  return held.flatMap(({ entry, member }): (Traced & { readonly before: EntryRow })[] => {
    const row = after.get(entry.id);
    return row === undefined ? [] : [{ member, before: entry, after: row }];
  });
}
