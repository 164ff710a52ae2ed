import type { Endpoint } from '@timegrove/contract/endpoint.ts';
import type { TaskId, UserId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { bearerOf, openWithBearer } from './bearer.ts';
import type { Actor, ShownToken } from './desk.ts';
import type { Entrance } from './entrance.ts';

/**
 * Finds the member who asks, by a token for the API if there is one, else by the session.
 * @throws DomainError session-needed | token-refused | token-scope-needed | token-not-enough |
 *   origin-not-allowed | too-many-tries | member-deactivated | right-needed | origin-refused
 */
export async function findActor(
  entrance: Entrance,
  request: FastifyRequest,
  { access, scope }: Pick<Endpoint, 'access' | 'scope'>,
): Promise<Actor> {
  const bearer = bearerOf(request);
  const { userId, token } =
    bearer === null
      ? { userId: await userOfSession(entrance, request), token: null }
      : await openWithBearer(entrance, request, bearer, scope);
  const actor = await readActor(entrance.db, userId, token);
  // What waited on a device says whose it is, so that nobody else's session ever carries it.
  const named = request.headers['x-timegrove-member'];
  if (named !== undefined && named !== actor.memberId) throw new DomainError('session-needed');
  if (access === 'administrator' && actor.role !== 'administrator') {
    throw new DomainError('right-needed');
  }
  return actor;
}

async function userOfSession({ house }: Entrance, request: FastifyRequest): Promise<UserId> {
  refuseForeignOrigin(request);
  const userId = await house.identity.userOf(headersOf(request));
  if (userId === null) throw new DomainError('session-needed');
  return userId;
}

/** Reads the member behind a signed-in user, with the assignments. @throws DomainError member-deactivated */
export async function readActor(
  db: Db,
  userId: UserId,
  token: ShownToken | null = null,
): Promise<Actor> {
  const row = await db
    .selectFrom('member')
    .select(['account_id', 'id', 'name', 'email', 'role', 'zone', 'active'])
    .select((member) =>
      member
        .selectFrom('assignment')
        .whereRef('assignment.account_id', '=', 'member.account_id')
        .whereRef('assignment.member_id', '=', 'member.id')
        .where('assignment.role', 'is not', null)
        .select(
          sql<[TaskId, ProjectRole][] | null>`json_agg(json_build_array(task_id, role))`.as(
            'pairs',
          ),
        )
        .as('assigned'),
    )
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined || !row.active) throw new DomainError('member-deactivated');
  return {
    accountId: row.account_id,
    memberId: row.id,
    userId,
    name: row.name,
    email: row.email,
    role: row.role,
    zone: row.zone,
    assigned: new Map(row.assigned),
    token,
  };
}

/**
 * The session cookie is SameSite=Lax; besides that, a browser's own word about where a write comes
 * from is heard. Tools that are no browser send neither header.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new DomainError('origin-refused');
  }
  const { origin } = request.headers;
  if (site !== undefined || origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host !== request.headers.host) throw new DomainError('origin-refused');
}

/** The headers of a request in the web's standard form. */
export function headersOf(request: FastifyRequest): Headers {
  const pairs = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  const headers = new Headers(pairs);
  // What stands there may be anybody's word; this is the address as far as the proxies are believed.
  headers.set('x-forwarded-for', request.ip);
  return headers;
}
