import type { Span } from '../time/span.ts';

/** What sums need to know of an entry; the entries of the API are of this form. */
export interface Tracked {
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Null while the timer runs. */
  readonly stoppedAt: string | null;
  /** The day on which it started in its zone; the whole entry belongs to it. */
  readonly day: string;
}

/** The span of an entry; a running one lasts up to now. */
export function spanOf(entry: Tracked, now: number): Span {
  const start = Date.parse(entry.startedAt);
  return {
    start,
    end: entry.stoppedAt === null ? Math.max(start, now) : Date.parse(entry.stoppedAt),
  };
}
