import type { NeededScope } from '@timegrove/contract/endpoint.ts';
import type { UserId } from '@timegrove/domain/id.ts';
import { scopesAllow, type TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyRequest } from 'fastify';
import { hashOf } from '../hash-of.ts';
import type { ShownToken } from './desk.ts';
import type { Entrance } from './entrance.ts';
import { foreignPageOf, webPageOf } from './origin.ts';

/**
 * The token for the API that a request shows, or null. A bearer of another form is not for us: a
 * proxy that lets people in sends its own along.
 */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer (tg_\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * Opens the door with a token: gives the user for whom it speaks. No page of another site can make a
 * browser send it; still, a page that has got hold of it may only use it where that was allowed.
 * @throws DomainError token-refused | origin-not-allowed | token-scope-needed | token-not-enough |
 *   too-many-tries
 */
export async function openWithBearer(
  entrance: Entrance,
  request: FastifyRequest,
  bearer: string,
  needed: NeededScope,
): Promise<{ readonly userId: UserId; readonly token: ShownToken }> {
  const now = entrance.now();
  const token = await findToken(entrance, bearer);
  if (token === undefined || (token.expires_at !== null && token.expires_at <= now)) {
    await entrance.countBadToken(request);
    throw new DomainError('token-refused');
  }
  await entrance.countToken(request);
  refuseElsewhere(token, request, entrance.house.publicUrl);
  await noteUse(entrance, token, now);
  refuseBeyondScope(token.scopes, needed);
  const { id, scopes, expires_at: expiresAt } = token;
  return { userId: token.user_id, token: { id, scopes, expiresAt } };
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
    .select(['api_token.account_id', 'api_token.id', 'kind', 'scopes', 'origins'])
    .select(['expires_at', 'last_used_at', 'member.user_id'])
    .where('token_hash', '=', hashOf(bearer))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** A page's own token works from that page alone; others from programs, and from pages they name. */
function refuseElsewhere(token: Token, { headers }: FastifyRequest, publicUrl: string): void {
  const ofPage = token.kind === 'native-plugin';
  const page = ofPage ? webPageOf(headers.origin) : foreignPageOf(headers, publicUrl);
  const allowed = page === null ? !ofPage : token.origins.includes(page);
  if (allowed) return;
  throw new DomainError('origin-not-allowed', { origin: page ?? 'outside its page' });
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
