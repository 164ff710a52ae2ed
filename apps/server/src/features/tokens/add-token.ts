import { randomBytes } from 'node:crypto';
import type { addToken as endpoint } from '@timegrove/contract/tokens.ts';
import { tokenScopes } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { hashOf } from '../../hash-of.ts';
import { tokenOf } from './token-of.ts';

/** Makes a token for the API. Only its hash is kept, so a lost answer cannot be asked for again. */
export const addToken: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor, now } = desk;
  const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    throw new DomainError('input-invalid', {
      field: 'body.expiresAt',
      reason: 'must be in the future',
    });
  }
  const secret = `tg_${randomBytes(32).toString('base64url')}`;
  const row = await db
    .insertInto('api_token')
    .values({
      account_id: actor.accountId,
      id: body.id,
      member_id: actor.memberId,
      name: body.name,
      scopes: tokenScopes.filter((scope) => body.scopes.includes(scope)),
      origins: body.origins,
      token_hash: hashOf(secret),
      ending: secret.slice(-4),
      created_at: now,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('id-taken');
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  return { token: tokenOf(row, now), secret };
};
