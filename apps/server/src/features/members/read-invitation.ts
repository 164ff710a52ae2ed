import type { readInvitation as endpoint } from '@timegrove/contract/members.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { hashOf } from '../../hash-of.ts';
import type { PublicVerb } from '../../http/bind.ts';

/** Tells a visitor what the link they opened is for. */
export const readInvitation: PublicVerb<typeof endpoint> = async ({ db, now }, { params }) => {
  const found = await db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'invitation.account_id')
        .onRef('member.id', '=', 'invitation.invited_by'),
    )
    .select(['account.name as accountName', 'invitation.email', 'member.name as invitedBy'])
    .where('invitation.token_hash', '=', hashOf(params.token))
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .executeTakeFirst();
  if (found === undefined) throw new DomainError('link-expired');
  return found;
};
