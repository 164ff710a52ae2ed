import type { invite as endpoint } from '@timegrove/contract/members.ts';
import type { InvitationId } from '@timegrove/domain/id.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { makeInvitationLink } from './invitation-link.ts';
import { invitationOf, openInvitations } from './invitation-of.ts';
import { mailInvitation } from './mail-invitation.ts';

/** Invites somebody by e-mail. Asking again with the same id changes nothing and mails nothing. */
export const invite: Verb<typeof endpoint> = async (desk, { body }) => {
  const email = foldEmail(body.email);
  if (!(await alreadyDone(desk, body.id, email, body.role))) {
    await refuseMember(desk, email);
    await inviteByMail(desk, { ...body, email });
  }
  const row = await openInvitations(desk.db, desk.actor.accountId)
    .where('invitation.id', '=', body.id)
    .executeTakeFirstOrThrow();
  return invitationOf(row, desk.now);
};

/** Whether this very invitation is open already. @throws DomainError id-taken */
async function alreadyDone(
  { db, actor }: Desk,
  id: InvitationId,
  email: string,
  role: AccountRole,
): Promise<boolean> {
  const found = await db
    .selectFrom('invitation')
    .select(['email', 'role', 'accepted_at', 'revoked_at'])
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return false;
  const open = found.accepted_at === null && found.revoked_at === null;
  if (!open || found.email !== email || found.role !== role) throw new DomainError('id-taken');
  return true;
}

async function refuseMember({ db, actor }: Desk, email: string): Promise<void> {
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .where('email', '=', email)
    .executeTakeFirst();
  if (member !== undefined) throw new DomainError('invitation-for-member', { email });
}

/** Writes the invitation and its mail; an expired one for the same address makes room. */
async function inviteByMail(
  desk: Desk,
  invited: { id: InvitationId; email: string; role: AccountRole },
): Promise<void> {
  const { db, actor, now } = desk;
  const { id, email, role } = invited;
  await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('account_id', '=', actor.accountId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  const { token, hash, expiresAt } = makeInvitationLink(now);
  const written = await db
    .insertInto('invitation')
    .values({
      account_id: actor.accountId,
      id,
      email,
      role,
      token_hash: hash,
      invited_by: actor.memberId,
      created_at: now,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) throw new DomainError('invitation-exists', { email });
  await mailInvitation(desk, email, token);
  await writeAudit(desk, {
    action: 'invited',
    thing: 'invitation',
    thingId: id,
    name: email,
    before: {},
    after: { role },
  });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
}
