/**
 * Lengths and instants are numbers of milliseconds everywhere in the domain; instants count from
 * 1970-01-01T00:00Z. A minute is always 60 000 ms: clock changes move labels, not instants.
 */
export const minute = 60_000;
export const hour = 60 * minute;

/** A stretch of time that holds its start and not its end, so that neighbours do not overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How long a span is; 0 when it ends before it starts. */
export function durationOf(span: Span): number {
  return Math.max(0, span.end - span.start);
}

/** The stretch that two spans share, or undefined when they share no millisecond. */
export function overlapOf(a: Span, b: Span): Span | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

/** Tells whether an instant lies in a span. */
export function holds(span: Span, instant: number): boolean {
  return span.start <= instant && instant < span.end;
}

/** Joins spans that touch or overlap; the result is sorted and has gaps between all its spans. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => durationOf(span) > 0).sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}
