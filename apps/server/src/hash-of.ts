import { createHash } from 'node:crypto';

/** What of a secret is stored: enough to know it again, not enough to use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
