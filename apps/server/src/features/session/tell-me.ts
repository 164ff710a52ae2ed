import type { Me } from '@timegrove/contract/session.ts';
import type { Actor, PublicDesk } from '../../http/desk.ts';
import { accountOf } from '../account/account-of.ts';

/** Describes a member and their account to themselves, as both are now. */
export async function tellMe(desk: Pick<PublicDesk, 'db' | 'now'>, actor: Actor): Promise<Me> {
  const row = await desk.db
    .selectFrom('account')
    .innerJoin('member', 'member.account_id', 'account.id')
    .selectAll('account')
    .select(['member.name as own_name', 'member.zone as own_zone', 'member.language'])
    .select(['member.week_start as own_week_start', 'working_minutes', 'idle_minutes'])
    .where('account.id', '=', actor.accountId)
    .where('member.id', '=', actor.memberId)
    .executeTakeFirstOrThrow();
  return {
    memberId: actor.memberId,
    name: row.own_name,
    email: actor.email,
    role: actor.role,
    zone: row.own_zone,
    language: row.language,
    weekStart: row.own_week_start,
    workingMinutes: row.working_minutes,
    idleMinutes: row.idle_minutes,
    account: accountOf(row),
    serverTime: desk.now.toISOString(),
  };
}
