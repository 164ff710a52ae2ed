import { tokenScopes } from '@timegrove/domain/people/token-scope.ts';
import { z } from 'zod';
import { connectionKinds } from './connections.ts';
import { endpoint, nothing } from './endpoint.ts';
import { filled, id, instant } from './fields.ts';

/** A token for the API that was not revoked, as it is shown after it was made. */
export const token = z.object({
  id: id('token'),
  memberId: id('member'),
  /** `api`: made by hand; the others were let in as a connection. */
  kind: z.enum(['api', ...connectionKinds]),
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  /** The web pages that may use it, e.g. `https://board.example.org`; programs may in any case. */
  origins: z.array(z.string()),
  /** The last four characters, to recognise it by. */
  ending: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  expired: z.boolean(),
  /** Exact to the minute. */
  lastUsedAt: instant.nullable(),
});
export type Token = z.output<typeof token>;

/** A web page's origin as browsers write it: scheme, host and a port that is not the usual one. */
const origin = z.string().max(300).refine(isWebOrigin, {
  error: 'must be the origin of a web page, like https://board.example.org',
});

function isWebOrigin(value: string): boolean {
  return /^https?:[^*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

export const listTokens = endpoint('GET', '/api/tokens', {
  summary: 'The tokens for the API of a member (by default the own ones), newest first',
  access: 'member',
  scope: 'session',
  query: z.strictObject({ memberId: id('member').optional() }),
  output: z.object({ tokens: z.array(token) }),
});

export const addToken = endpoint('POST', '/api/tokens', {
  summary: 'Make a token for the API; the answer is the only place where it stands whole',
  access: 'member',
  scope: 'session',
  body: z.strictObject({
    id: id('token'),
    name: filled(100),
    scopes: z.array(z.enum(tokenScopes)).min(1, { error: 'needs at least one scope' }).max(4),
    /** Web pages that may use it besides programs; none unless told. */
    origins: z.array(origin).max(20).default([]),
    expiresAt: instant.nullable(),
  }),
  output: z.object({ token, secret: z.string() }),
  errors: ['id-taken'],
});

export const revokeToken = endpoint('DELETE', '/api/tokens/:tokenId', {
  summary: 'Revoke a token for the API at once: an own one, or as administrator anybody’s',
  access: 'member',
  scope: 'session',
  params: z.strictObject({ tokenId: id('token') }),
  output: nothing,
});
