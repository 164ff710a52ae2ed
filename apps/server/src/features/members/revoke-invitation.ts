import type { revokeInvitation as endpoint } from '@timegrove/contract/members.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';

/** Takes an open invitation back; its link ends. */
export const revokeInvitation: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor, now } = desk;
  const revoked = await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', params.invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['id', 'email'])
    .executeTakeFirst();
  if (revoked === undefined) throw new DomainError('not-found', { thing: 'invitation' });
  await writeAudit(desk, {
    action: 'revoked',
    thing: 'invitation',
    thingId: revoked.id,
    name: revoked.email,
  });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  return {};
};
