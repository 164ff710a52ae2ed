import type { listInvitations as endpoint } from '@timegrove/contract/members.ts';
import type { Verb } from '../../http/bind.ts';
import { invitationOf, openInvitations } from './invitation-of.ts';

/** Lists the open invitations, newest first; expired ones stay until revoked or sent again. */
export const listInvitations: Verb<typeof endpoint> = async ({ db, actor, now }) => {
  const rows = await openInvitations(db, actor.accountId)
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .execute();
  return { invitations: rows.map((row) => invitationOf(row, now)) };
};
