import type { Entry } from '@timegrove/contract/entries.ts';
import type { Desk } from '../../http/desk.ts';
import { viewEntry } from '../entries/entry-view.ts';

/** Gives the member's running timer, if there is one, and the server's clock. */
export async function readTimer(
  desk: Desk,
): Promise<{ running: Entry | null; serverTime: string }> {
  const row = await desk.db
    .selectFrom('entry')
    .selectAll()
    .where('account_id', '=', desk.actor.accountId)
    .where('member_id', '=', desk.actor.memberId)
    .where('stopped_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return {
    running: row === undefined ? null : await viewEntry(desk, row),
    serverTime: desk.now.toISOString(),
  };
}
