import type { Id, UserId } from '@timegrove/domain/id.ts';
import type { Db } from '../../database/schema.ts';

/** A session that has neither ended nor expired. */
export interface LivingSession {
  readonly id: Id<'session'>;
  /** The session of the headers that were asked with. */
  readonly current: boolean;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** Empty where it is not known. */
  readonly address: string;
  readonly agent: string;
}

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
  /** Starts a session; the headers say where. @throws DomainError sign-in-refused */
  signIn(
    login: { email: string; password: string },
    transaction?: Db,
    headers?: Headers,
  ): Promise<{ userId: UserId; cookies: string[] }>;
  /** Ends the session of the cookie; gives the cookies that erase it. */
  signOut(headers: Headers, transaction?: Db): Promise<string[]>;
  /** The living sessions of the cookie's user, the latest first. */
  listSessions(headers: Headers): Promise<LivingSession[]>;
  /** Ends sessions of the cookie's user, all that fit, and says whether there was one. */
  endSessionsOf(
    headers: Headers,
    fit: (session: LivingSession) => boolean,
    transaction?: Db,
  ): Promise<boolean>;
  /** Ends every session of a user. */
  endSessions(userId: UserId, transaction?: Db): Promise<void>;
  /**
   * Changes the password of the cookie's user; every session ends, and the cookies of a fresh one are
   * given. @throws DomainError password-wrong | password-too-short
   */
  changePassword(
    headers: Headers,
    change: { current: string; next: string },
    transaction?: Db,
  ): Promise<string[]>;
  /** Makes a one-time token for a new password; null when nobody has this address. */
  requestReset(email: string, transaction?: Db): Promise<{ userId: UserId; token: string } | null>;
  /** Sets a new password and ends every session. @throws DomainError link-expired | password-too-short */
  resetPassword(token: string, password: string, transaction?: Db): Promise<void>;
}
