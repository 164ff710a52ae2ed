import {
  account,
  type Account,
  type changeAccount as endpoint,
} from '@timegrove/contract/account.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { accountOf } from './account-of.ts';

/** Changes the settings of the account; every client shows them anew. */
export const changeAccount: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor } = desk;
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const before = accountOf(row);
  const after = account.parse({ ...before, ...body });
  await db.updateTable('account').set(columnsOf(after)).where('id', '=', after.id).execute();
  await writeAudit(desk, {
    action: 'changed',
    thing: 'account',
    thingId: after.id,
    name: after.name,
    before,
    after,
  });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  return after;
};

function columnsOf(settings: Account) {
  return {
    name: settings.name,
    currency: settings.currency,
    zone: settings.zone,
    week_start: settings.weekStart,
    rounding_minutes: settings.roundingMinutes,
    entries_by_hand: settings.entriesByHand,
    overlaps_allowed: settings.overlapsAllowed,
    lock_after_days: settings.lockAfterDays,
    long_timer_hours: settings.longTimerHours,
  };
}
