import type { listTokens as endpoint } from '@timegrove/contract/tokens.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { ensureMay, type Desk } from '../../http/desk.ts';
import { tokenOf } from './token-of.ts';

/** Lists the tokens of a member that were not revoked, newest first; expired ones say so. */
export const listTokens: Verb<typeof endpoint> = async (desk, { query }) => {
  const { db, actor, now } = desk;
  const memberId = query.memberId ?? actor.memberId;
  if (memberId !== actor.memberId) await ensureMayLookAt(desk, memberId);
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return { tokens: rows.map((row) => tokenOf(row, now)) };
};

async function ensureMayLookAt({ db, actor }: Desk, memberId: MemberId): Promise<void> {
  ensureMay(actor, { do: 'manage-members' });
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (member === undefined) throw new DomainError('not-found', { thing: 'member' });
}
