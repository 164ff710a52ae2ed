import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../time/day.ts';
import { hour, minute } from '../time/span.ts';
import { dayTotals, totalOf } from './day-total.ts';
import type { Tracked } from './tracked.ts';

function tracked(startedAt: string, stoppedAt: string | null, zone = 'Europe/Berlin'): Tracked {
  return { startedAt, stoppedAt, day: dayOf(Date.parse(startedAt), zone) };
}

describe('a total', () => {
  const now = Date.parse('2026-03-02T12:00:00Z');

  test('is the sum of the entries, the running one up to now', () => {
    const entries = [
      tracked('2026-03-02T08:00:00Z', '2026-03-02T09:30:00Z'),
      tracked('2026-03-02T11:45:00Z', null),
    ];
    expect(totalOf(entries, now)).toBe(105 * minute);
  });

  test('of a timer that a clock behind the server sees as starting later is zero', () => {
    expect(totalOf([tracked('2026-03-02T12:00:05Z', null)], now)).toBe(0);
  });

  test('over a clock change is what really passed', () => {
    const spring = tracked('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
    const autumn = tracked('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z');
    expect(totalOf([spring], now)).toBe(23 * hour);
    expect(totalOf([autumn], now)).toBe(25 * hour);
  });

  test('past midnight belongs to the day of the start', () => {
    const late = tracked('2026-03-02T22:30:00Z', '2026-03-03T01:00:00Z');
    expect([...dayTotals([late], now)]).toEqual([['2026-03-02', 150 * minute]]);
  });
});

test('the totals of the days sum up to the total of all', () => {
  const anyTracked = fc
    .record({
      start: fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31') }),
      length: fc.nat(40 * hour),
      runs: fc.boolean(),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    })
    .map(({ start, length, runs, zone }) =>
      tracked(
        new Date(start).toISOString(),
        runs ? null : new Date(start + length).toISOString(),
        zone,
      ),
    );
  fc.assert(
    fc.property(fc.array(anyTracked), (entries) => {
      const now = Date.parse('2027-01-01');
      const sum = [...dayTotals(entries, now).values()].reduce((a, b) => a + b, 0);
      expect(sum).toBe(totalOf(entries, now));
    }),
  );
});
