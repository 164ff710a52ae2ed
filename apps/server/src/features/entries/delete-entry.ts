import type { deleteEntry as endpoint } from '@timegrove/contract/entries.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { holdAnyEntry } from './hold-entry.ts';
import { tellTime } from './tell-time.ts';

/** Deletes an entry so that it can be brought back; a running timer stops with it. */
export const deleteEntry: Verb<typeof endpoint> = async (desk, { params }) => {
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
};
