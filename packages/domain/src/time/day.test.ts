import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  daysFrom,
  daySpan,
  readEndTime,
  readWallTime,
  wallTimeOf,
  weekdayOf,
  weekOf,
} from './day.ts';
import { durationOf, holds, hour, minute } from './span.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc
  .date({
    min: new Date('2000-01-01T00:00Z'),
    max: new Date('2037-12-31T00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.getTime());
const anyDay = anyInstant.map((instant) => new Date(instant).toISOString().slice(0, 10));
const anyMinuteOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const at = (text: string) => Date.parse(text);

describe('the day of an instant', () => {
  test.each([
    ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-28T23:30:00Z', 'America/New_York', '2026-03-28'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-24T21:59:59.999Z', 'Europe/Berlin', '2026-10-24'],
    ['2026-10-03T13:30:00Z', 'Australia/Lord_Howe', '2026-10-04'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayOf(at(instant), zone)).toBe(day);
  });

  test('is the one whose span holds it', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        expect(holds(daySpan(dayOf(instant, zone), zone), instant)).toBe(true);
      }),
    );
  });
});

describe('a day', () => {
  test.each([
    ['2026-03-28', 'Europe/Berlin', 24],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    // Cairo's clocks jump at midnight, so the day begins at 01:00.
    ['2026-04-24', 'Africa/Cairo', 23],
    ['2011-12-30', 'Pacific/Apia', 0],
  ])('%s in %s has %d hours', (day, zone, hours) => {
    expect(durationOf(daySpan(day, zone)) / hour).toBe(hours);
  });

  test('ends where the next begins, so the days of a range sum up to the whole range', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), anyZone, (from, length, zone) => {
        const to = addDays(from, length);
        const sum = daysFrom(from, to).reduce((s, day) => s + durationOf(daySpan(day, zone)), 0);
        expect(sum).toBe(daySpan(to, zone).end - daySpan(from, zone).start);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a clock time on a day', () => {
  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', 'skipped', '2026-03-29T01:30:00Z', '03:30'],
    ['2026-03-29', '03:00', 'Europe/Berlin', 'once', '2026-03-29T01:00:00Z', '03:00'],
    ['2026-10-25', '02:30', 'Europe/Berlin', 'twice', '2026-10-25T00:30:00Z', '02:30'],
    ['2026-03-08', '02:15', 'America/New_York', 'skipped', '2026-03-08T07:15:00Z', '03:15'],
    ['2026-11-01', '01:15', 'America/New_York', 'twice', '2026-11-01T05:15:00Z', '01:15'],
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', 'skipped', '2026-10-03T15:40:00Z', '02:40'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', 'twice', '2026-04-04T14:45:00Z', '01:45'],
    ['2026-04-24', '00:20', 'Africa/Cairo', 'skipped', '2026-04-23T22:20:00Z', '01:20'],
  ])('%s %s in %s comes %s', (day, time, zone, reading, instant, shown) => {
    const wall = readWallTime(day, time, zone);
    expect(wall).toMatchObject({ reading, instant: at(instant) });
    expect(wallTimeOf(wall.instant, zone)).toBe(shown);
  });

  test('that comes twice is as far apart as the clock was put back', () => {
    const berlin = readWallTime('2026-10-25', '02:30', 'Europe/Berlin');
    const lordHowe = readWallTime('2026-04-05', '01:45', 'Australia/Lord_Howe');
    expect(berlin.reading === 'twice' && berlin.later - berlin.instant).toBe(hour);
    expect(lordHowe.reading === 'twice' && lordHowe.later - lordHowe.instant).toBe(30 * minute);
  });

  test('round trips: what the clock shows is read back as that instant, or as its twin', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (some, zone) => {
        const instant = some - (some % minute);
        const wall = readWallTime(dayOf(instant, zone), wallTimeOf(instant, zone), zone);
        expect(wall.reading).not.toBe('skipped');
        expect(wall.reading === 'twice' ? [wall.instant, wall.later] : [wall.instant]).toContain(
          instant,
        );
      }),
    );
  });

  test('is shown by the clock at the instant it is read as, unless it was skipped', () => {
    fc.assert(
      fc.property(anyDay, anyMinuteOfDay, anyZone, (day, time, zone) => {
        const wall = readWallTime(day, time, zone);
        const same = dayOf(wall.instant, zone) === day && wallTimeOf(wall.instant, zone) === time;
        expect(same).toBe(wall.reading !== 'skipped');
      }),
    );
  });

  test('refuses a time and a day that do not exist', () => {
    expect(() => readWallTime('2026-02-30', '09:00', 'UTC')).toThrow(RangeError);
    expect(() => readWallTime('2026-02-28', '25:00', 'UTC')).toThrow(RangeError);
  });
});

describe('a typed end', () => {
  test.each([
    ['later on the day', '2026-03-02T08:00:00Z', '17:30', '2026-03-02T16:30:00Z'],
    ['over midnight', '2026-03-02T21:00:00Z', '01:30', '2026-03-03T00:30:00Z'],
    ['the same as the start', '2026-03-02T08:00:00Z', '09:00', '2026-03-03T08:00:00Z'],
    ['over the hour that is skipped', '2026-03-29T00:30:00Z', '03:30', '2026-03-29T01:30:00Z'],
    ['in the hour that is skipped', '2026-03-29T00:30:00Z', '02:30', '2026-03-29T01:30:00Z'],
    ['the first of two', '2026-10-24T23:30:00Z', '02:30', '2026-10-25T00:30:00Z'],
    ['the second of two', '2026-10-25T00:40:00Z', '02:30', '2026-10-25T01:30:00Z'],
  ])('%s', (_, start, time, end) => {
    expect(new Date(readEndTime(at(start), time, 'Europe/Berlin'))).toEqual(new Date(end));
  });

  test('is after the start and at most a day and its clock change later', () => {
    fc.assert(
      fc.property(anyInstant, anyMinuteOfDay, anyZone, (start, time, zone) => {
        const length = readEndTime(start, time, zone) - start;
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(26 * hour);
      }),
    );
  });

  test('reads the end back that the clock showed, for entries shorter than a day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 22 * 60 }), anyZone, (some, mins, zone) => {
        const start = some - (some % minute);
        const end = start + mins * minute;
        const read = readEndTime(start, wallTimeOf(end, zone), zone);
        // Where the clock shows it twice after the start, the first one is meant.
        expect(read).toBeLessThanOrEqual(end);
        expect(wallTimeOf(read, zone)).toBe(wallTimeOf(end, zone));
      }),
    );
  });
});

describe('days', () => {
  test('are counted across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysFrom('2026-02-27', '2026-03-01')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([]);
  });

  test('between is the inverse of adding', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('of a week begin with the first weekday and hold the day', () => {
    expect(weekOf('2026-03-01')[0]).toBe('2026-02-23');
    expect(weekOf('2026-03-01', 7)[0]).toBe('2026-03-01');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, first) => {
        const week = weekOf(day, first);
        expect(week).toHaveLength(7);
        expect(week).toContain(day);
        expect(weekdayOf(week[0] ?? '')).toBe(first);
      }),
    );
  });
});
