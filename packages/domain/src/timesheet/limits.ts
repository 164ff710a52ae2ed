import { DomainError } from '../rule.ts';
import { hour, minute } from '../time/span.ts';

/** How far ahead of the server a client's clock may be before its instants count as the future. */
export const clockTolerance = minute;

/**
 * The longest entry that can be made by hand, in hours: a week. It catches a mistyped date and lets
 * any shift or journey through. A forgotten timer may be longer and is stopped without complaint.
 */
export const longestByHand = 7 * 24;

/** How far back a timer can be started, in hours: 31 days, longer than a device is offline. */
export const earliestStart = 31 * 24;

// A year such as 0026 is a slip of the keyboard; no time tracked on paper is older than this.
const firstInstant = Date.UTC(1970, 0, 1);

/** Refuses an instant that the server's clock has not reached. @throws DomainError entry-in-future */
export function ensureNotAhead(instant: number, now: number): void {
  if (instant > now + clockTolerance) throw new DomainError('entry-in-future');
}

/** Refuses a start of a timer too far back. @throws DomainError entry-in-future | entry-too-long */
export function ensureStart(startedAt: number, now: number): void {
  ensureNotAhead(startedAt, now);
  if (now - startedAt > earliestStart * hour) {
    throw new DomainError('entry-too-long', { hours: earliestStart });
  }
}

/** Two times set by hand, and what they were before if they are changed. */
export interface HandMade {
  readonly startedAt: number;
  readonly stoppedAt: number;
  /** How long the entry was; a forgotten timer that is longer than the limit may be made shorter. */
  readonly lastedBefore?: number;
}

/**
 * Refuses times that a person cannot have meant. Midnight and clock changes in between are fine.
 * @throws DomainError entry-ends-before-start | entry-in-future | entry-too-long | input-invalid
 */
export function ensureHandMade(
  { startedAt, stoppedAt, lastedBefore = 0 }: HandMade,
  now: number,
): void {
  if (stoppedAt <= startedAt) throw new DomainError('entry-ends-before-start');
  ensureNotAhead(stoppedAt, now);
  if (stoppedAt - startedAt > Math.max(longestByHand * hour, lastedBefore)) {
    throw new DomainError('entry-too-long', { hours: longestByHand });
  }
  if (startedAt < firstInstant) {
    throw new DomainError('input-invalid', {
      field: 'body.startedAt',
      reason: 'must not be before 1970',
    });
  }
}
