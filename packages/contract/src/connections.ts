import { tokenScopes } from '@timegrove/domain/people/token-scope.ts';
import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { filled, id, instant } from './fields.ts';

/**
 * A connection is another client that a member lets in: it makes the secret of its token itself, and
 * the token becomes valid when the member allows it in a window of Timegrove. So nothing secret ever
 * travels back.
 */
export const connectionKinds = ['browser-plugin', 'desktop-app', 'native-plugin'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

const kind = z.enum(connectionKinds);

/** Without characters that make a text look like another one. */
const name = filled(100).regex(/^\P{C}*$/u, { error: 'must not hold control characters' });

/** `tg_` and 32 random bytes as base64url, the form of every token for the API. */
const secret = z
  .string()
  .regex(/^tg_[A-Za-z0-9_-]{43}$/, { error: 'must be tg_ and 43 characters of base64url' });

/** What a person reads off one window and types into another; case and dash do not matter. */
const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z2-9]{4}-?[A-Z2-9]{4}$/, { error: 'must be a code like BCDF-GH23' });

export const askConnection = endpoint('POST', '/api/connections', {
  summary:
    'Ask to be let in, with a secret made by the asker; asking again with the same changes nothing. A web page can only ask as a native plugin',
  access: 'public',
  anyOrigin: true,
  body: z.strictObject({ id: id('token'), kind, name, secret }),
  output: z.object({
    /** For the window of Timegrove, `/connect?code=…`, where a member allows it. */
    code: z.string(),
    expiresAt: instant,
  }),
  errors: ['id-taken', 'page-needed', 'origin-refused', 'too-many-tries'],
});

export const readConnection = endpoint('GET', '/api/connections/:tokenId', {
  summary: 'What became of a request to be let in; once it is allowed, its secret is a token',
  access: 'public',
  anyOrigin: true,
  params: z.strictObject({ tokenId: id('token') }),
  output: z.object({ state: z.enum(['waiting', 'allowed', 'refused', 'expired']) }),
  errors: ['not-found', 'too-many-tries'],
});

/** Somebody who asks to be let in, as a member sees them. */
export const connectionRequest = z.object({
  tokenId: id('token'),
  kind,
  /** What the asker calls itself: plain text, to be believed as little as any text of a stranger. */
  name: z.string(),
  /** The web page that asks, by its browser's word, e.g. `https://board.example.org`. */
  origin: z.string().nullable(),
  /** What it will be allowed to do. */
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: instant,
  expiresAt: instant,
});
export type ConnectionRequest = z.output<typeof connectionRequest>;

const one = z.strictObject({ code });
const errors = ['connection-expired', 'connection-answered', 'origin-refused'] as const;

export const readConnectionRequest = endpoint('GET', '/api/connection-requests/:code', {
  summary: 'Who asks to be let in, by the code that they show',
  access: 'member',
  scope: 'track',
  params: one,
  output: connectionRequest,
  errors,
});

export const allowConnection = endpoint('POST', '/api/connection-requests/:code/allow', {
  summary:
    'Let it in, in the name of the one who allows. A token lets in no more than it is itself, and what it let in is revoked with it',
  access: 'member',
  scope: 'track',
  params: one,
  output: nothing,
  errors: [...errors, 'id-taken'],
});

export const refuseConnection = endpoint('POST', '/api/connection-requests/:code/refuse', {
  summary: 'Do not let it in',
  access: 'member',
  scope: 'track',
  params: one,
  output: nothing,
  errors,
});

export const endConnection = endpoint('DELETE', '/api/connection', {
  summary: 'Revoke the very token that asks: a client signs out',
  access: 'member',
  scope: 'plugin',
  output: nothing,
});
