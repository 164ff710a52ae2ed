import { z } from 'zod';
import { Refused, Unreachable } from '../client.ts';
import type { Refusal } from '../errors.ts';

/**
 * What became of sending an item. `unreachable`: try all later. `signed-out`: wait for this
 * member's session. `stumbled`: this one met a fault of the server; the others go on.
 */
export type Verdict =
  | { readonly kind: 'sent' | 'unreachable' | 'signed-out' | 'stumbled' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Judges an error that sending ended with. @param already refusals that say it was done before */
export function verdictOf(error: unknown, already: readonly string[]): Verdict {
  if (error instanceof Unreachable) return { kind: 'unreachable' };
  // A newer server did it and answered in a shape that this program does not know yet.
  if (error instanceof z.ZodError) return { kind: 'sent' };
  if (!(error instanceof Refused)) return { kind: 'stumbled' };
  const { status, refusal } = error;
  if (already.includes(refusal.code)) return { kind: 'sent' };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 503) return { kind: 'unreachable' };
  if (status === 429 || status >= 500) return { kind: 'stumbled' };
  return { kind: 'refused', refusal };
}
