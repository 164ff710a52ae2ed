import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationOf, holds, joinSpans, overlapOf, type Span } from './span.ts';

const anySpan = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.nat(200))
  .map(([start, length]): Span => ({ start, end: start + length }));

/** The slow and obvious way: every millisecond that lies in a span. */
function instantsOf(spans: readonly Span[]): number[] {
  const instants = new Set(
    spans.flatMap(({ start, end }) =>
      Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i),
    ),
  );
  return [...instants].sort((a, b) => a - b);
}

describe('a span', () => {
  test('holds its start and not its end', () => {
    expect(holds({ start: 10, end: 20 }, 10)).toBe(true);
    expect(holds({ start: 10, end: 20 }, 20)).toBe(false);
  });

  test('that ends before it starts lasts no time', () => {
    expect(durationOf({ start: 20, end: 10 })).toBe(0);
  });

  test('shares nothing with a neighbour', () => {
    expect(overlapOf({ start: 0, end: 10 }, { start: 10, end: 20 })).toBeUndefined();
  });

  test('shares with another exactly the instants that lie in both', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const both = instantsOf([a]).filter((instant) => holds(b, instant));
        const overlap = overlapOf(a, b);
        expect(overlap === undefined ? [] : instantsOf([overlap])).toEqual(both);
        expect(overlapOf(b, a)).toEqual(overlap);
      }),
    );
  });
});

test('joined spans hold the same instants, are sorted and do not touch', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 8 }), (spans) => {
      const joined = joinSpans(spans);
      expect(instantsOf(joined)).toEqual(instantsOf(spans));
      joined.slice(1).forEach((span, i) => expect(span.start).toBeGreaterThan(joined[i]?.end ?? 0));
    }),
  );
});
