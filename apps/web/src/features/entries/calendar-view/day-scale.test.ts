import { daySpan, weekOf } from '@timegrove/domain/time/day.ts';
import { hour, minute } from '@timegrove/domain/time/span.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayScale } from './day-scale.ts';

/** A place as the calendar writes it. */
function written(place: number): string {
  return new Date(place).toISOString().slice(0, 19);
}

function placed(day: string, zone: string, instant: string): string {
  return written(dayScale(weekOf(day), zone).placeOf(Date.parse(instant)));
}

test('on an ordinary day an instant stands where the clock of the zone is', () => {
  expect(placed('2026-03-10', 'Europe/Berlin', '2026-03-10T08:05:00Z')).toBe('2026-03-10T09:05:00');
  expect(dayScale(weekOf('2026-03-10'), 'Europe/Berlin')).toMatchObject({
    rowLength: hour,
    rows: { length: 24 },
    voids: [],
  });
});

describe('the day of 23 hours', () => {
  test.each([
    [
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-29T00:30:00Z',
      '01:30',
      '2026-03-29T01:30:00Z',
      '03:30',
    ],
    [
      'America/New_York',
      '2026-03-08',
      '2026-03-08T06:30:00Z',
      '01:30',
      '2026-03-08T07:30:00Z',
      '03:30',
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      '2026-10-03T15:00:00Z',
      '01:30',
      '2026-10-03T16:30:00Z',
      '03:30',
    ],
  ])('%s %s leaves the places empty that no clock shows', (zone, day, from, start, to, end) => {
    expect(placed(day, zone, from)).toBe(`${day}T${start}:00`);
    expect(placed(day, zone, to)).toBe(`${day}T${end}:00`);
    const [gap] = dayScale([day], zone).voids;
    const ends = zone.startsWith('Australia') ? '02:30' : '03:00';
    expect([gap?.start, gap?.end].map((at) => written(at ?? 0))).toEqual([
      `${day}T02:00:00`,
      `${day}T${ends}:00`,
    ]);
  });

  it('takes a place that no clock shows for the moment of the jump', () => {
    const { instantAt } = dayScale(['2026-03-29'], 'Europe/Berlin');
    const jump = Date.parse('2026-03-29T01:00:00Z');
    for (const time of ['02:00', '02:30', '03:00']) {
      expect(instantAt(Date.parse(`2026-03-29T${time}:00Z`))).toBe(jump);
    }
  });
});

describe('the hour that comes twice', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25', 2],
    ['America/New_York', '2026-11-01', 1],
    ['Australia/Lord_Howe', '2026-04-05', 1],
  ])('%s %s has a row of its own', (zone, day, twice) => {
    const { rows, rowLength } = dayScale(weekOf(day), zone);
    expect(rows).toHaveLength(25);
    expect(rows.length * rowLength).toBe(24 * hour);
    const time = `0${twice}:00`;
    expect(rows.slice(twice, twice + 2)).toEqual([
      { time, again: false },
      { time, again: true },
    ]);
    expect(rows.filter(({ again }) => again)).toHaveLength(1);
  });

  it('keeps what is in it apart, and in order', () => {
    const { placeOf, rowLength } = dayScale(weekOf('2026-10-25'), 'Europe/Berlin');
    const first = placeOf(Date.parse('2026-10-25T00:30:00Z'));
    const second = placeOf(Date.parse('2026-10-25T01:15:00Z'));
    expect(second - first).toBe((rowLength * 45) / 60);
  });

  it('is empty on the other days of the week', () => {
    const { voids, rowLength } = dayScale(weekOf('2026-10-25'), 'Europe/Berlin');
    expect(voids).toHaveLength(6);
    expect(new Set(voids.map(({ start, end }) => end - start))).toEqual(new Set([rowLength]));
  });
});

const changes = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-06'],
  ['Antarctica/Troll', '2026-03-29'],
  ['Antarctica/Troll', '2026-10-25'],
  ['Asia/Kolkata', '2026-03-29'],
] as const;

test.each(changes)(
  '%s around %s: every minute has a place of its own, and is found there',
  (zone, day) => {
    const days = weekOf(day);
    const { placeOf, instantAt } = dayScale(days, zone);
    const { start } = daySpan(days[0] ?? day, zone);
    const { end } = daySpan(days.at(-1) ?? day, zone);
    const minutes = fc.integer({ min: 0, max: (end - start) / minute - 1 });
    fc.assert(
      fc.property(minutes, (nth) => {
        const instant = start + nth * minute;
        expect(instantAt(placeOf(instant))).toBe(instant);
        expect(placeOf(instant + minute)).toBeGreaterThan(placeOf(instant));
      }),
    );
  },
);
