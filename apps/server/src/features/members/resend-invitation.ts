import type { resendInvitation as endpoint } from '@timegrove/contract/members.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { makeInvitationLink } from './invitation-link.ts';
import { invitationOf, openInvitations } from './invitation-of.ts';
import { mailInvitation } from './mail-invitation.ts';

/** Mails an open invitation again with a fresh link for another fourteen days; the old link ends. */
export const resendInvitation: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor, now } = desk;
  const { token, hash, expiresAt } = makeInvitationLink(now);
  const renewed = await db
    .updateTable('invitation')
    .set({ token_hash: hash, expires_at: expiresAt })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', params.invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  if (renewed === undefined) throw new DomainError('not-found', { thing: 'invitation' });
  await mailInvitation(desk, renewed.email, token);
  await writeAudit(desk, {
    action: 'invited',
    thing: 'invitation',
    thingId: params.invitationId,
    name: renewed.email,
  });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  const row = await openInvitations(db, actor.accountId)
    .where('invitation.id', '=', params.invitationId)
    .executeTakeFirstOrThrow();
  return invitationOf(row, now);
};
