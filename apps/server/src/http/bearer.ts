import type { NeededScope } from '@timegrove/contract/endpoint.ts';
import type { UserId } from '@timegrove/domain/id.ts';
import { scopesAllow, type TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyRequest } from 'fastify';
import { hashOf } from '../hash-of.ts';
import type { Entrance } from './entrance.ts';

/**
 * The token for the API that a request shows, or null. A bearer of another form is not for us: a
 * proxy that lets people in sends its own along.
 */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer (tg_\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * The user for whom a token speaks. No page of another site can make a browser send it, so where the
 * request comes from does not matter.
 * @throws DomainError token-refused | token-scope-needed | token-not-enough | too-many-tries
 */
export async function userOfBearer(
  entrance: Entrance,
  request: FastifyRequest,
  bearer: string,
  needed: NeededScope,
): Promise<UserId> {
  const now = entrance.now();
  const token = await findToken(entrance, bearer);
  if (token === undefined || (token.expires_at !== null && token.expires_at <= now)) {
    await entrance.countBadToken(request);
    throw new DomainError('token-refused');
  }
  await noteUse(entrance, token, now);
  refuseBeyondScope(token.scopes, needed);
  return token.user_id;
}

type Token = NonNullable<Awaited<ReturnType<typeof findToken>>>;

async function findToken({ db }: Entrance, bearer: string) {
  return db
    .selectFrom('api_token')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'api_token.account_id')
        .onRef('member.id', '=', 'api_token.member_id'),
    )
    .select(['api_token.account_id', 'api_token.id', 'scopes', 'expires_at', 'last_used_at'])
    .select('member.user_id')
    .where('token_hash', '=', hashOf(bearer))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

const noteEveryMs = 60_000;

/** Writes down that the token was used, at most once a minute: a busy program asks often. */
async function noteUse({ db }: Entrance, token: Token, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - noteEveryMs);
  if (token.last_used_at !== null && token.last_used_at > minuteAgo) return;
  await db
    .updateTable('api_token')
    .set({ last_used_at: now })
    .where('account_id', '=', token.account_id)
    .where('id', '=', token.id)
    .execute();
}

function refuseBeyondScope(scopes: readonly TokenScope[], needed: NeededScope): void {
  if (needed === 'session') throw new DomainError('token-not-enough');
  if (!scopesAllow(scopes, needed)) throw new DomainError('token-scope-needed', { scope: needed });
}
