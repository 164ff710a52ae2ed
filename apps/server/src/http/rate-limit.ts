import rateLimit from '@fastify/rate-limit';
import type { Endpoint } from '@timegrove/contract/endpoint.ts';
import {
  allowConnection,
  askConnection,
  readConnection,
  readConnectionRequest,
  refuseConnection,
} from '@timegrove/contract/connections.ts';
import { acceptInvitation, readInvitation } from '@timegrove/contract/members.ts';
import {
  changePassword,
  requestPasswordReset,
  resetPassword,
  signIn,
  signUp,
} from '@timegrove/contract/session.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashOf } from '../hash-of.ts';
import type { Entrance } from './entrance.ts';

/** How often one caller, anybody for one e-mail address, or one token may knock. */
export interface Limit {
  /** `bad-token`: at any endpoint with a token that is none; `token`: at any endpoint with a good one. */
  readonly endpoint: Endpoint | 'bad-token' | 'token';
  readonly per: 'caller' | 'email' | 'token';
  readonly tries: number;
  readonly seconds: number;
}

const minute = 60;

/**
 * The limits of a running server: a person who mistypes does not meet them, guessing does. Counted
 * in each process by itself; a whole office may come from one address.
 */
export const usualLimits: readonly Limit[] = [
  { endpoint: signIn, per: 'caller', tries: 100, seconds: 5 * minute },
  { endpoint: signIn, per: 'email', tries: 10, seconds: 5 * minute },
  { endpoint: changePassword, per: 'caller', tries: 30, seconds: 5 * minute },
  { endpoint: signUp, per: 'caller', tries: 20, seconds: 10 * minute },
  { endpoint: requestPasswordReset, per: 'caller', tries: 20, seconds: 15 * minute },
  { endpoint: requestPasswordReset, per: 'email', tries: 5, seconds: 60 * minute },
  { endpoint: resetPassword, per: 'caller', tries: 30, seconds: 15 * minute },
  { endpoint: readInvitation, per: 'caller', tries: 120, seconds: 5 * minute },
  { endpoint: acceptInvitation, per: 'caller', tries: 30, seconds: 5 * minute },
  { endpoint: askConnection, per: 'caller', tries: 60, seconds: 10 * minute },
  // Asked every other second by each client that waits to be let in.
  { endpoint: readConnection, per: 'caller', tries: 1500, seconds: 5 * minute },
  { endpoint: readConnectionRequest, per: 'caller', tries: 60, seconds: 5 * minute },
  { endpoint: allowConnection, per: 'caller', tries: 60, seconds: 5 * minute },
  { endpoint: refuseConnection, per: 'caller', tries: 60, seconds: 5 * minute },
  { endpoint: 'bad-token', per: 'caller', tries: 60, seconds: 5 * minute },
  { endpoint: 'token', per: 'token', tries: 600, seconds: minute },
];

/** What counts requests with a token. @throws DomainError too-many-tries */
type TokenCounts = Pick<Entrance, 'countBadToken' | 'countToken'>;

/** Limits tries at the routes that are added after this, and gives what counts tokens. */
export async function limitTries(
  app: FastifyInstance,
  limits: readonly Limit[],
): Promise<TokenCounts> {
  await app.register(rateLimit, { global: false });
  const checks = limits.map((limit) => ({ limit, check: checkOf(app, limit) }));
  app.addHook('onRoute', (route) => {
    const mine = checks.filter(
      ({ limit: { endpoint } }) =>
        typeof endpoint === 'object' &&
        endpoint.path === route.url &&
        [route.method].flat().includes(endpoint.method),
    );
    if (mine.length === 0) return;
    const before = route.preHandler === undefined ? [] : [route.preHandler].flat();
    route.preHandler = [...before, ...mine.map(({ check }) => check)];
  });
  const counts = (what: 'bad-token' | 'token') => async (request: FastifyRequest) => {
    for (const { limit, check } of checks) if (limit.endpoint === what) await check(request);
  };
  return { countBadToken: counts('bad-token'), countToken: counts('token') };
}

const keys = { email: emailOf, token: tokenOf } as const;

function checkOf(app: FastifyInstance, { per, tries, seconds }: Limit) {
  const count = app.createRateLimit({
    max: tries,
    timeWindow: seconds * 1000,
    ...(per !== 'caller' && { keyGenerator: keys[per] }),
  });
  return async (request: FastifyRequest): Promise<void> => {
    const tried = await count(request);
    if ('isExceeded' in tried && tried.isExceeded) {
      throw new DomainError('too-many-tries', { seconds: tried.ttlInSeconds });
    }
  };
}

/** The address a request is about, in the form in which addresses are compared. */
function emailOf({ body }: FastifyRequest): string {
  if (typeof body !== 'object' || body === null || !('email' in body)) return '';
  return typeof body.email === 'string' ? foldEmail(body.email).slice(0, 254) : '';
}

function tokenOf({ headers }: FastifyRequest): string {
  return hashOf(headers.authorization ?? '');
}
