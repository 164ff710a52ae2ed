import type { Entry } from '@timegrove/contract/entries.ts';
import { durationOf, joinSpans, minute, type Span } from '@timegrove/domain/time/span.ts';

/** A line of a day: an entry, or the time between two of them that is not tracked. */
export type DayLine =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'gap'; readonly gap: Span };

/** A gap shorter than this is not worth a line. */
const smallestGap = minute;

/** The entries of a day by start, with the gaps between them. Overlaps leave no gap. @param now ends what still runs */
export function dayLines(entries: readonly Entry[], now: number): readonly DayLine[] {
  const sorted = entries.toSorted((a, b) => spanOf(a, now).start - spanOf(b, now).start);
  return sorted.flatMap((entry, index): DayLine[] => {
    const before = joinSpans(sorted.slice(0, index).map((earlier) => spanOf(earlier, now))).at(-1);
    const { start } = spanOf(entry, now);
    const line: DayLine = { kind: 'entry', entry };
    if (before === undefined || start - before.end < smallestGap) return [line];
    return [{ kind: 'gap', gap: { start: before.end, end: start } }, line];
  });
}

/** The sum of the entries, in milliseconds. @param now ends what still runs */
export function totalOf(entries: readonly Entry[], now: number): number {
  return entries.reduce((sum, entry) => sum + durationOf(spanOf(entry, now)), 0);
}

/** From start to end. @param now ends what still runs */
export function spanOf(entry: Entry, now: number): Span {
  const start = Date.parse(entry.startedAt);
  return {
    start,
    end: entry.stoppedAt === null ? Math.max(start, now) : Date.parse(entry.stoppedAt),
  };
}
