import { joinSpans, overlapOf, type Span } from '../time/span.ts';
import { spanOf, type Tracked } from './tracked.ts';

/** The untracked stretches between the first start and the last end, in order. */
export function gapsBetween(entries: readonly Tracked[], now: number): Span[] {
  const joined = joinSpans(entries.map((entry) => spanOf(entry, now)));
  return joined.flatMap((span, index) => {
    const next = joined[index + 1];
    return next === undefined ? [] : [{ start: span.end, end: next.start }];
  });
}

/** Two entries that share time. */
export interface Overlap<E extends Tracked> {
  readonly earlier: E;
  readonly later: E;
  readonly span: Span;
}

/** Every pair of entries that share time, by the start of what they share. */
export function overlapsAmong<E extends Tracked>(entries: readonly E[], now: number): Overlap<E>[] {
  const spans = entries
    .map((entry) => ({ entry, span: spanOf(entry, now) }))
    .sort((a, b) => a.span.start - b.span.start);
  const overlaps: Overlap<E>[] = [];
  let open: typeof spans = [];
  for (const later of spans) {
    open = open.filter((earlier) => earlier.span.end > later.span.start);
    for (const earlier of open) {
      const span = overlapOf(earlier.span, later.span);
      if (span !== undefined) overlaps.push({ earlier: earlier.entry, later: later.entry, span });
    }
    open.push(later);
  }
  return overlaps;
}
