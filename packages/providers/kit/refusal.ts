import type { Failure, VendorRefusal } from '@timegrove/domain/provider.ts';
import { z } from 'zod';

/**
 * Turns a refusal into the word it usually means.
 * @param where method and path, as `GET /tasks`
 * @param pauseSeconds how long to stay away where the answer does not say
 */
export function failureOfRefusal(
  refusal: VendorRefusal,
  where: string,
  now: Date,
  pauseSeconds: number,
): Failure {
  const { status } = refusal;
  const reason = reasonOf(refusal.text) || `${where} was answered with status ${status}`;
  const pause = retryAfter(refusal.headers, now);
  if (status === 429)
    return { word: 'rate-limited', until: pause ?? new Date(now.getTime() + pauseSeconds * 1000) };
  if (status === 503 && pause !== null) return { word: 'rate-limited', until: pause };
  if (status === 401) return { word: 'unauthorized', reason };
  if (status === 407 || (status === 403 && isPage(refusal.text)))
    return { word: 'unreachable', reason: `a proxy on the way refused ${where} (${status})` };
  if (status === 403) return { word: 'unauthorized', reason };
  if (status === 404 || status === 410) return { word: 'gone', reason };
  if (status >= 500 || status < 400 || status === 408)
    return { word: 'unreachable', reason: `${where} was answered with status ${status}` };
  return { word: 'changed-shape', path: `${where} (status ${status}: ${reason})` };
}

/** Reads the time to stay away from a `Retry-After` header, in seconds or as a date. */
function retryAfter(headers: Readonly<Record<string, string>>, now: Date): Date | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (value === '') return null;
  const seconds = Number(value);
  const time = Number.isFinite(seconds) ? now.getTime() + seconds * 1000 : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(Math.max(time, now.getTime()));
}

/** Tells whether a body is a web page, as proxies and firewalls send. */
export function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

const message = z.string().min(1);
const words = z.union([
  message,
  z.object({ message }).transform((body) => body.message),
  z.object({ error_description: message }).transform((body) => body.error_description),
  z.object({ error: z.object({ message }) }).transform((body) => body.error.message),
  z
    .object({ errors: z.tuple([z.object({ message })]).rest(z.unknown()) })
    .transform((body) => body.errors[0].message),
  z.object({ error: message }).transform((body) => body.error),
]);

/** The vendor's own words in an error body of any usual form, in one line; '' where there are none. */
export function reasonOf(text: string): string {
  const found = isPage(text) ? '' : (inJson(text) ?? text);
  return found.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function inJson(text: string): string | undefined {
  try {
    return words.safeParse(JSON.parse(text)).data ?? '';
  } catch {
    return undefined;
  }
}
