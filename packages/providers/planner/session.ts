import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type {
  Credential,
  Tools,
  VendorHttp,
  VendorReply,
  VendorRequest,
} from '@timegrove/domain/provider.ts';
import { failureOfRefusal } from '../kit/refusal.ts';
import { parse } from '../kit/shape.ts';
import { explain } from './explain.ts';
import { envelope, passwordGrant, refreshGrant, routes, tokenAnswer } from './routes.ts';

/** HTTP to the vendor as somebody who is signed in. */
export interface Session extends VendorHttp {
  /** What is to be stored for this person now: never a password where there is a refresh token. */
  readonly credential: () => Credential;
}

/** Signs in with what was typed: one request, never repeated. @throws ProviderFailure */
export async function signIn(tools: Tools, typed: Credential): Promise<Session> {
  const signedIn = await askForTokens(tools, typed, passwordForm(typed));
  return openSession(tools, signedIn);
}

/**
 * Goes on with what was stored. An access token that has run out, or is refused, is renewed at most
 * once for each request; what the vendor gives then is stored before it is used.
 */
export function openSession(tools: Tools, stored: Credential): Session {
  let held = stored;
  let stale = isStale(stored, tools.now());
  let broken: ProviderFailure | null = null;
  const renew = async () => {
    if (broken !== null) throw broken;
    try {
      held = await renewed(tools, held);
      stale = false;
    } catch (error) {
      // A second try would spend the same refresh token, or sign in, once more.
      if (error instanceof ProviderFailure) broken = error;
      throw error;
    }
  };
  return {
    credential: () => storable(held),
    async send(request) {
      const fresh = stale;
      if (stale) await renew();
      try {
        return await sendAs(tools, held, request);
      } catch (error) {
        if (fresh || !isRefused(error)) throw error;
        await renew();
        return sendAs(tools, held, request);
      }
    },
  };
}

async function renewed(tools: Tools, held: Credential): Promise<Credential> {
  const { refreshToken } = held;
  const form = refreshToken === undefined ? passwordForm(held) : refreshGrant(refreshToken);
  const fresh = await askForTokens(tools, held, form);
  if (fresh['refreshToken'] !== undefined) await tools.renew(storable(fresh));
  return fresh;
}

async function askForTokens(
  tools: Tools,
  before: Credential,
  form: Readonly<Record<string, string>>,
): Promise<Credential> {
  const reply = await tools.http.send({ method: 'POST', path: routes.token, form });
  const answer = parse(tokenAnswer, reply.body, `POST ${routes.token}`);
  // A vendor that does not rotate sends none: the old one stays good (RFC 6749, 6).
  const refreshToken = answer.refresh_token ?? before['refreshToken'];
  return {
    ...before,
    accessToken: answer.access_token,
    expiresAt: expiry(tools.now(), answer.expires_in),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

function passwordForm({ email = '', password = '' }: Credential): Record<string, string> {
  if (email === '' || password === '')
    throw new ProviderFailure({
      word: 'unauthorized',
      reason: 'it takes an e-mail address and a password',
    });
  return passwordGrant(email, password);
}

// Only where the vendor gives no refresh token is there no other way than to keep what was typed.
function storable({ password = '', ...rest }: Credential): Credential {
  return rest['refreshToken'] === undefined ? { email: rest['email'] ?? '', password } : rest;
}

async function sendAs(
  { http, now }: Tools,
  { accessToken = '' }: Credential,
  request: VendorRequest,
): Promise<VendorReply> {
  const headers = { ...request.headers, authorization: `Bearer ${accessToken}` };
  const reply = await http.send({ ...request, headers });
  refuseFailureInside(reply, request, now());
  return reply;
}

// The body has a code of its own [D]; that it always agrees with the HTTP status is only likely.
function refuseFailureInside(reply: VendorReply, { path }: VendorRequest, now: Date): void {
  const said = envelope.safeParse(reply.body).data;
  const status = said?.code ?? 200;
  if (status < 400) return;
  const text = said?.message ?? '';
  const refusal = { path, status, text, headers: reply.headers };
  throw new ProviderFailure(
    explain(refusal) ?? failureOfRefusal(refusal, `GET ${path}`, now, pauseSeconds),
  );
}

/** How long to stay away after a refusal that does not say how long [?]. */
export const pauseSeconds = 60;

function isStale({ accessToken = '', expiresAt = '' }: Credential, now: Date): boolean {
  return accessToken === '' || (expiresAt !== '' && new Date(expiresAt) <= now);
}

function isRefused(error: unknown): boolean {
  return error instanceof ProviderFailure && error.failure.word === 'unauthorized';
}

function expiry(now: Date, seconds: number | null | undefined): string {
  return seconds == null ? '' : new Date(now.getTime() + seconds * 1000).toISOString();
}
