import type { readTimer as endpoint } from '@timegrove/contract/timers.ts';
import type { Verb } from '../../http/bind.ts';
import { viewEntry } from '../entries/entry-view.ts';

/** Gives the member's running timer, if there is one, and the server's clock. */
export const readTimer: Verb<typeof endpoint> = async (desk) => {
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
};
