import type { acceptInvitation as endpoint } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import { hashOf } from '../../hash-of.ts';
import type { PublicVerb } from '../../http/bind.ts';
import type { PublicDesk } from '../../http/desk.ts';
import { beginSession } from '../session/begin-session.ts';

/** Joins the account with the link of an invitation: user, member, assignments and session in one go. */
export const acceptInvitation: PublicVerb<typeof endpoint> = async (desk, { params, body }) => {
  const { db, now, house } = desk;
  const { name, password, zone } = body;
  const { account_id: accountId, email, role } = await takeInvitation(desk, params.token);
  const userId = await house.identity.signUp({ name, email, password }, db);
  const memberId = newId<'member'>();
  await db
    .insertInto('member')
    .values({
      account_id: accountId,
      id: memberId,
      user_id: userId,
      name,
      email,
      role,
      zone,
      joined_at: now,
    })
    .execute();
  await assignByRule(desk, accountId, memberId);
  desk.tell({ accountId, topic: 'members', id: memberId });
  return beginSession(desk, { email, password });
};

/** Marks the invitation as accepted; of two who use one link at once, the later finds it used. */
async function takeInvitation({ db, now }: PublicDesk, token: string) {
  const invitation = await db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['account_id', 'email', 'role'])
    .executeTakeFirst();
  if (invitation === undefined) throw new DomainError('link-expired');
  return invitation;
}

/** Where a provider's rule assigns everybody, somebody who joins later is assigned at once (rule 7). */
async function assignByRule(
  { db, now, house, tell }: PublicDesk,
  accountId: AccountId,
  memberId: MemberId,
): Promise<void> {
  const everyone = [...house.providers.values()]
    .filter(({ assigns }) => assigns.members === 'everyone-to-root')
    .map(({ id }) => id);
  const { numAffectedRows } = await sql`
    insert into assignment (account_id, task_id, member_id, role, origin, changed_at)
    select account_id, root_task_id, ${memberId}::uuid, 'regular-user', 'rule', ${now}::timestamptz
    from integration
    where account_id = ${accountId} and provider = any(${everyone})
      and state in ('active', 'paused') and root_task_id is not null
    on conflict do nothing`.execute(db);
  if (numAffectedRows !== 0n) tell({ accountId, topic: 'assignments' });
}
