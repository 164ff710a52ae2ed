import type { UserId } from '@timegrove/domain/id.ts';
import type { Db } from '../../database/schema.ts';

/**
 * Who somebody is: e-mail and password, sessions, password resets. What they may do is not decided
 * here. A verb hands in the transaction of its desk, so that both commit together or not at all.
 */
export interface Identity {
  /** The user of the request's session cookie, or null. */
  userOf(headers: Headers): Promise<UserId | null>;
  /** Prolongs the session of the cookie once a day; gives the cookies to send again, mostly none. */
  prolong(headers: Headers): Promise<string[]>;
  /** Makes a user. @throws DomainError email-taken | password-too-short */
  signUp(
    person: { name: string; email: string; password: string },
    transaction?: Db,
  ): Promise<UserId>;
  /** Starts a session. @throws DomainError sign-in-refused */
  signIn(
    login: { email: string; password: string },
    transaction?: Db,
  ): Promise<{ userId: UserId; cookies: string[] }>;
  /** Ends the session of the cookie; gives the cookies that erase it. */
  signOut(headers: Headers, transaction?: Db): Promise<string[]>;
  /** Ends every session of a user. */
  endSessions(userId: UserId, transaction?: Db): Promise<void>;
  /** Makes a one-time token for a new password; null when nobody has this address. */
  requestReset(email: string, transaction?: Db): Promise<{ userId: UserId; token: string } | null>;
  /** Sets a new password and ends every session. @throws DomainError link-expired | password-too-short */
  resetPassword(token: string, password: string, transaction?: Db): Promise<void>;
}
