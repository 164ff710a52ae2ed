import type { UserId } from '@timegrove/domain/id.ts';

/** Who somebody is: e-mail and password, sessions, password resets. What they may do is not decided here. */
export interface Identity {
  /** The user of the request's session cookie, or null. */
  userOf(headers: Headers): Promise<UserId | null>;
  /** Makes a user. @throws DomainError email-taken | password-too-short */
  signUp(person: { name: string; email: string; password: string }): Promise<UserId>;
  /** Starts a session. @throws DomainError sign-in-refused */
  signIn(login: {
    email: string;
    password: string;
  }): Promise<{ userId: UserId; cookies: string[] }>;
  /** Ends the session of the cookie; gives the cookies that erase it. */
  signOut(headers: Headers): Promise<string[]>;
  /** Makes a one-time token for a new password; null when nobody has this address. */
  requestReset(email: string): Promise<{ userId: UserId; token: string } | null>;
  /** Sets a new password and ends every session. @throws DomainError link-expired | password-too-short */
  resetPassword(token: string, password: string): Promise<void>;
}
