import { hash } from 'node:crypto';
import { everybody } from './people.ts';
import type { Person } from './people.ts';

/** The sessions of the simulated vendor. */
export interface Tokens {
  /** Makes the two tokens of somebody who has signed in or refreshed. */
  issue(person: Person): { readonly access: string; readonly refresh: string };
  /** Who an access token belongs to, as long as it holds. */
  readAccess(token: string): Person | undefined;
  /** Who a refresh token belongs to; it is used up by this. */
  useRefresh(token: string): Person | undefined;
  /** Ends the access tokens of somebody, as an hour does. */
  expire(key: string): void;
  /** Ends the sessions of somebody altogether: they must sign in again. */
  revoke(key: string): void;
}

/** How long an access token holds, in seconds. */
export const accessSeconds = 3600;

/**
 * Makes the sessions. A token says itself whose it is and since when, so that a sandbox that was
 * started anew still accepts the sessions of before; only which refresh tokens are used up is lost.
 */
export function createTokens(now: () => Date): Tokens {
  const used = new Set<string>();
  const expired = new Map<string, number>();
  const revoked = new Map<string, number>();
  let last = 0;
  // No two tokens of one moment: what is ended now and what is made then can be told apart.
  const tick = () => (last = Math.max(now().getTime(), last + 1));
  const living = (kind: Kind, token: string): Person | undefined => {
    const read = readToken(kind, token);
    if (read === null || read.at <= (revoked.get(read.person.key) ?? 0)) return undefined;
    return read.person.disabled ? undefined : read.person;
  };
  return {
    issue(person) {
      const at = tick();
      return { access: makeToken('access', person, at), refresh: makeToken('refresh', person, at) };
    },
    readAccess(token) {
      const person = living('access', token);
      const at = readToken('access', token)?.at ?? 0;
      if (person === undefined || at <= (expired.get(person.key) ?? 0)) return undefined;
      return at + accessSeconds * 1000 > now().getTime() ? person : undefined;
    },
    useRefresh(token) {
      const person = used.has(token) ? undefined : living('refresh', token);
      used.add(token);
      return person;
    },
    expire: (key) => void expired.set(key, tick()),
    revoke: (key) => void revoked.set(key, tick()),
  };
}

type Kind = 'access' | 'refresh';

function makeToken(kind: Kind, { key }: Person, at: number): string {
  const said = `${kind}.${key}.${at}`;
  return Buffer.from(`${said}.${sign(said)}`).toString('base64url');
}

function readToken(kind: Kind, token: string): { person: Person; at: number } | null {
  const [said, key, at, signature] = Buffer.from(token, 'base64url').toString('utf8').split('.');
  const person = everybody.find((one) => one.key === key);
  if (person === undefined || said !== kind) return null;
  return signature === sign(`${said}.${key}.${at}`) ? { person, at: Number(at) } : null;
}

function sign(said: string): string {
  return hash('sha256', `sandbox ${said}`).slice(0, 24);
}
