import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Failure, Quota, VendorRefusal } from '@timegrove/domain/provider.ts';
import { isPage, reasonOf } from '../kit/refusal.ts';

type Headers = Readonly<Record<string, string>>;

// The quota counts within an hour, so a whole hour is enough where the answer does not say how long.
const quotaSeconds = 3600;

/**
 * Says what a refusal means where it is not what it usually means: 402 is a quota that is used up or
 * a feature that the plan lacks, and 403 for one workspace says nothing about the token.
 */
export function explain(refusal: VendorRefusal, now: Date): Failure | undefined {
  if (refusal.status === 402) return explainPayment(refusal, now);
  if (refusal.status === 403) return explainForbidden(refusal);
  if (refusal.status === 401 && refusal.headers['x-authorization-missing'] !== undefined)
    return { word: 'unauthorized', reason: 'no API token came with the request' };
  return undefined;
}

/** Reads the hourly quota that every answer tells since September 2025 [D]. */
export function quota(headers: Headers, now: Date): Quota | undefined {
  const left = wholeNumber(headers['x-toggl-quota-remaining']);
  const seconds = wholeNumber(headers['x-toggl-quota-resets-in']);
  return left === null || seconds === null ? undefined : { left, until: later(now, seconds) };
}

const planLimit = 'the plan of the workspace lacks it';

/** Tells whether a read failed because the plan of the workspace has no such thing. */
export function isPlanLimit(failure: Failure): failure is Failure & { readonly word: 'gone' } {
  return failure.word === 'gone' && failure.reason.startsWith(planLimit);
}

/** Tells whether a refusal says that a request itself was wrong, as a page size that is too large. */
export function isBadRequest(error: unknown): boolean {
  return (
    error instanceof ProviderFailure &&
    error.failure.word === 'changed-shape' &&
    error.failure.path.includes('(status 400')
  );
}

// Both meanings carry quota headers. The words decide, and where they do not, a count of 0 does: to wait
// for nothing does less harm than to ask on.
function explainPayment({ headers, text }: VendorRefusal, now: Date): Failure {
  const reason = reasonOf(text);
  const isQuota =
    /hourly limit|quota/i.test(reason) || wholeNumber(headers['x-toggl-quota-remaining']) === 0;
  if (!isQuota) return { word: 'gone', reason: `${planLimit}: ${reason || 'payment required'}` };
  const told = wholeNumber(headers['x-toggl-quota-resets-in']) ?? secondsIn(reason);
  return { word: 'rate-limited', until: later(now, told ?? quotaSeconds) };
}

function explainForbidden({ path, text }: VendorRefusal): Failure | undefined {
  const aboutPerson = path === '/me' || path.startsWith('/me/');
  if (aboutPerson || isPage(text)) return undefined;
  return { word: 'gone', reason: reasonOf(text) || `access to ${path} is refused` };
}

function secondsIn(text: string): number | null {
  return wholeNumber(/in (\d+) seconds?/i.exec(text)?.[1]);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : null;
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
