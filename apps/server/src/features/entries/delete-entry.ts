import type * as contract from '@timegrove/contract/entries.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { holdAnyEntry } from './hold-entry.ts';
import { tellTime } from './tell-time.ts';

/** Deletes an entry so that it can be brought back; a running timer stops with it. */
export async function deleteEntry(
  desk: Desk,
  { params }: Parsed<typeof contract.deleteEntry>,
): Promise<Record<string, never>> {
  const entry = await holdAnyEntry(desk, params.entryId);
  if (entry.deleted_at !== null) return {};
  const stoppedNow = new Date(Math.max(desk.now.getTime(), entry.started_at.getTime()));
  await desk.db
    .updateTable('entry')
    .set({ deleted_at: desk.now, stopped_at: sql<Date>`coalesce(stopped_at, ${stoppedNow})` })
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', entry.id)
    .execute();
  tellTime(desk, entry, entry.stopped_at === null ? 'timer' : 'entry');
  return {};
}
