import { expect, test } from 'vitest';
import { readStart } from './read-start.ts';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-03-10T10:30:15+01:00');

const read = (at: string) => readStart('2:30', Date.parse(at), zone);

test.each([
  ['9:05', '2026-03-10T09:05:00+01:00'],
  ['since 9', '2026-03-10T09:00:00+01:00'],
  ['seit 9:05', '2026-03-10T09:05:00+01:00'],
  ['905', '2026-03-10T09:05:00+01:00'],
  ['20', '2026-03-09T20:00:00+01:00'],
  ['10:31', '2026-03-09T10:31:00+01:00'],
  ['20 min ago', '2026-03-10T10:10:15+01:00'],
  ['20 ago', '2026-03-10T10:10:15+01:00'],
  ['5 ago', '2026-03-10T10:25:15+01:00'],
  ['vor 20 min', '2026-03-10T10:10:15+01:00'],
  ['1h 30m ago', '2026-03-10T09:00:15+01:00'],
  ['45 min', '2026-03-10T09:45:15+01:00'],
])('%j at half past ten is %s', (typed, instant) => {
  expect(readStart(typed, now, zone)).toBe(Date.parse(instant));
});

test.each(['', 'soon', '25:00', 'a while ago'])('%j is no start', (typed) => {
  expect(readStart(typed, now, zone)).toBeUndefined();
});

test('of an hour that comes twice the last one that is over is meant', () => {
  expect(read('2026-10-25T02:40:00+02:00')).toBe(Date.parse('2026-10-25T02:30:00+02:00'));
  expect(read('2026-10-25T02:40:00+01:00')).toBe(Date.parse('2026-10-25T02:30:00+01:00'));
});
