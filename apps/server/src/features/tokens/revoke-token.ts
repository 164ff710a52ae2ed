import type { revokeToken as endpoint } from '@timegrove/contract/tokens.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { endTokens } from './end-tokens.ts';

/** Revokes a token; the next request with it is refused, and news that it listens to end. */
export const revokeToken: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor } = desk;
  const { accountId } = actor;
  const everybodys = may(actor, { do: 'manage-members' });
  const token = await db
    .selectFrom('api_token')
    .select(['name', 'member_id'])
    .where('account_id', '=', accountId)
    .where('id', '=', params.tokenId)
    .where('revoked_at', 'is', null)
    .$if(!everybodys, (tokens) => tokens.where('member_id', '=', actor.memberId))
    .forUpdate()
    .executeTakeFirst();
  if (token === undefined) throw new DomainError('not-found', { thing: 'token' });
  await endTokens(desk, params.tokenId);
  const { name, member_id: memberId } = token;
  if (memberId !== actor.memberId) {
    await writeAudit(desk, { action: 'revoked', thing: 'token', thingId: params.tokenId, name });
  }
  desk.tell({ accountId, topic: 'members', id: memberId });
  return {};
};
