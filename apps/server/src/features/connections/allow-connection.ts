import type { allowConnection as endpoint } from '@timegrove/contract/connections.ts';
import { scopesAllow } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { answerRequest, findRequest, scopesOf } from './find-request.ts';

/** Lets another client in: the secret that it made itself becomes a token of the one who allows. */
export const allowConnection: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor, now } = desk;
  const request = await findRequest(desk, params.code, 'to-answer');
  const scopes = scopesOf[request.kind];
  await ensureMayLetIn(desk, scopes);
  const row = await db
    .insertInto('api_token')
    .values({
      account_id: actor.accountId,
      id: request.id,
      member_id: actor.memberId,
      kind: request.kind,
      name: request.name,
      scopes: [...scopes],
      origins: request.origin === null ? [] : [request.origin],
      token_hash: request.token_hash,
      ending: request.ending,
      created_at: now,
      expires_at: actor.token?.expiresAt ?? null,
      let_in_by: actor.token?.id ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('id-taken');
  await answerRequest(desk, request, 'allowed');
  desk.tell({ accountId: actor.accountId, topic: 'members', memberId: actor.memberId });
  return {};
};

/**
 * Nobody lets others in to more than they are let in to. The token is held, so that revoking it
 * meanwhile finds what it let in.
 */
async function ensureMayLetIn(
  { db, actor }: Desk,
  scopes: (typeof scopesOf)[keyof typeof scopesOf],
): Promise<void> {
  const { token, accountId } = actor;
  if (token === null) return;
  const lacking = scopes.find((scope) => !scopesAllow(token.scopes, scope));
  if (lacking !== undefined) throw new DomainError('token-scope-needed', { scope: lacking });
  const good = await db
    .selectFrom('api_token')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', token.id)
    .where('revoked_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (good === undefined) throw new DomainError('token-refused');
}
