import { isId, type Id } from '@timegrove/domain/id.ts';
import { z } from 'zod';

/** An id of one kind of thing: a UUID in lower case. Clients make UUIDv7 for what they create. */
export function id<Kind extends string>(kind: Kind) {
  return z
    .custom<Id<Kind>>((value) => isId(value), { error: 'must be a UUID in lower case' })
    .meta({ type: 'string', format: 'uuid', description: `Id of one ${kind}.` });
}

/** A moment, as ISO 8601 in UTC with milliseconds, e.g. `2026-03-29T01:30:00.000Z`. */
export const instant = z.iso.datetime({
  error: 'must be an existing moment in UTC, like 2026-03-29T01:30:00Z',
});

/** A calendar day, e.g. `2026-03-29`. */
export const day = z.iso.date({ error: 'must be an existing day, like 2026-03-29' });

/** An IANA time zone, e.g. `Europe/Berlin`. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { error: 'must be an IANA time zone, like Europe/Berlin' });

/** A colour, e.g. `#2f9e44`. */
export const color = z.string().regex(/^#[0-9a-f]{6}$/, { error: 'must be a colour like #2f9e44' });

/** An e-mail address as typed; compared trimmed and case-folded. */
export const email = z.email({ error: 'must be an e-mail address' }).max(254);

/** A free text of bounded length. */
export function text(limit: number) {
  return z.string().max(limit, { error: `has at most ${limit} characters` });
}

/** A text that says something: trimmed, not empty, of bounded length. */
export function filled(limit: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(limit, { error: `has at most ${limit} characters` });
}

/** A whole number in the query string. */
export function count(options: { min: number; max: number; default: number }) {
  return z.coerce.number().int().min(options.min).max(options.max).default(options.default);
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
