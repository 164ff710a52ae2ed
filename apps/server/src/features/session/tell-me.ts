import type { Me } from '@timegrove/contract/session.ts';
import type { Actor, PublicDesk } from '../../http/desk.ts';
import { accountOf } from '../account/account-of.ts';

/** Describes a member and their account to themselves. */
export async function tellMe(desk: Pick<PublicDesk, 'db' | 'now'>, actor: Actor): Promise<Me> {
  const account = await desk.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  return {
    memberId: actor.memberId,
    name: actor.name,
    email: actor.email,
    role: actor.role,
    zone: actor.zone,
    account: accountOf(account),
    serverTime: desk.now.toISOString(),
  };
}
