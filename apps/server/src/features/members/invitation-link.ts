import { createHash, randomBytes } from 'node:crypto';

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

/** What of a token is stored: enough to know it again, not enough to use it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
