import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationOf, joinSpans, overlapOf } from '../time/span.ts';
import { gapsBetween, overlapsAmong } from './gaps.ts';
import { spanOf, type Tracked } from './tracked.ts';

const base = Date.parse('2026-03-02T08:00:00Z');

const iso = (minutes: number) => new Date(base + minutes * 60_000).toISOString();

/** An entry from one minute to another after eight o'clock. */
function tracked(from: number, to: number | null): Tracked {
  return { startedAt: iso(from), stoppedAt: to === null ? null : iso(to), day: '2026-03-02' };
}

const minutesOf = ({ start, end }: { start: number; end: number }) =>
  [start, end].map((instant) => (instant - base) / 60_000);
const now = base + 600 * 60_000;

describe('gaps', () => {
  test('lie between entries, in order, whatever the order of the entries', () => {
    const entries = [tracked(90, 120), tracked(0, 30), tracked(30, 60)];
    expect(gapsBetween(entries, now).map(minutesOf)).toEqual([[60, 90]]);
  });

  test('are not inside a longer entry, and the running one closes the day', () => {
    const entries = [tracked(0, 100), tracked(10, 20), tracked(150, null)];
    expect(gapsBetween(entries, now).map(minutesOf)).toEqual([[100, 150]]);
  });

  test('are none without entries or with one', () => {
    expect(gapsBetween([], now)).toEqual([]);
    expect(gapsBetween([tracked(0, 30)], now)).toEqual([]);
  });
});

describe('overlaps', () => {
  test('name both entries and what they share', () => {
    const [long, inner, neighbour] = [tracked(0, 60), tracked(50, 70), tracked(70, 80)];
    const overlaps = overlapsAmong([neighbour, inner, long], now);
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0]).toMatchObject({ earlier: long, later: inner });
    expect(overlaps.map(({ span }) => minutesOf(span))).toEqual([[50, 60]]);
  });

  test('are found for every pair, also past an entry that lies in between', () => {
    expect(overlapsAmong([tracked(0, 100), tracked(10, 20), tracked(90, 110)], now)).toHaveLength(
      2,
    );
  });
});

describe('of any entries', () => {
  const anyEntries = fc.array(
    fc
      .tuple(fc.nat(300), fc.option(fc.nat(80)))
      .map(([from, length]) => tracked(from, length === null ? null : from + length)),
    { maxLength: 8 },
  );

  test('gaps and joined entries together fill first start to last end', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const joined = joinSpans(entries.map((entry) => spanOf(entry, now)));
        const sum = [...joined, ...gapsBetween(entries, now)].reduce(
          (s, x) => s + durationOf(x),
          0,
        );
        expect(sum).toBe((joined.at(-1)?.end ?? 0) - (joined[0]?.start ?? 0));
      }),
    );
  });

  test('overlaps are exactly the pairs that share time', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const spans = entries.map((entry) => spanOf(entry, now));
        const pairs = spans.flatMap((a, i) => spans.slice(i + 1).map((b) => overlapOf(a, b)));
        const expected = pairs.filter((span) => span !== undefined).map(minutesOf);
        const found = overlapsAmong(entries, now).map(({ span }) => minutesOf(span));
        expect(found.map(String).sort()).toEqual(expected.map(String).sort());
      }),
    );
  });
});
