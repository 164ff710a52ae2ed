import { hour, minute } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { daysCrossed, endingAt, lasting, onDay, startingAt } from './entry-times.ts';

const zone = 'Europe/Berlin';

function at(local: string): number {
  return Date.parse(local);
}

const morning = { start: at('2026-03-10T09:00+01:00'), end: at('2026-03-10T10:30+01:00'), zone };

test('another start keeps the end', () => {
  expect(startingAt(morning, '08:15')).toEqual({
    ...morning,
    start: at('2026-03-10T08:15+01:00'),
  });
});

test('a start after the end moves the entry as a whole', () => {
  expect(startingAt(morning, '11:00')).toEqual({
    ...morning,
    start: at('2026-03-10T11:00+01:00'),
    end: at('2026-03-10T12:30+01:00'),
  });
});

test('the clock time that already stands there keeps its seconds', () => {
  const exact = { ...morning, start: morning.start + 27_000 };
  expect(startingAt(exact, '09:00')).toBe(exact);
  expect(endingAt(exact, '10:30')).toBe(exact);
});

test('an end before the start is on the next day', () => {
  const late = endingAt({ ...morning, start: at('2026-03-10T22:00+01:00') }, '01:00');
  expect(late.end).toBe(at('2026-03-11T01:00+01:00'));
  expect(daysCrossed(late)).toBe(1);
  expect(daysCrossed(morning)).toBe(0);
});

test('a duration sets the end by real time, across a clock change too', () => {
  const night = { start: at('2026-03-28T23:00+01:00'), end: null, zone };
  expect(lasting(night, 8 * hour).end).toBe(at('2026-03-29T08:00+02:00'));
});

test('another day keeps clock time and length', () => {
  const moved = onDay(morning, '2026-07-01');
  expect(moved).toEqual({
    start: at('2026-07-01T09:00+02:00'),
    end: at('2026-07-01T10:30+02:00'),
    zone,
  });
});

test('a running timer keeps running when its start changes', () => {
  const running = { ...morning, end: null };
  expect(startingAt(running, '08:30').end).toBeNull();
  expect(daysCrossed(running)).toBe(0);
  expect(lasting(running, 5 * minute).end).toBe(running.start + 5 * minute);
});
