import { randomBytes } from 'node:crypto';
import { hashOf } from '../../hash-of.ts';

const linkDays = 14;

/** What lets somebody in once: the token for the mail, its hash for the database, and its end. */
export interface InvitationLink {
  readonly token: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

/** Makes a fresh link that works for fourteen days. */
export function makeInvitationLink(now: Date): InvitationLink {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + linkDays * 24 * 60 * 60 * 1000);
  return { token, hash: hashOf(token), expiresAt };
}
