import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallTimeOf } from './day.ts';
import { parseWallTime } from './wall-time.ts';

test.each([
  ['9', '09:00'],
  ['0', '00:00'],
  ['23', '23:00'],
  ['9:05', '09:05'],
  ['09.05', '09:05'],
  ['9h05', '09:05'],
  ['905', '09:05'],
  ['0905', '09:05'],
  ['2330', '23:30'],
  [' 17:30 ', '17:30'],
  ['9:05 pm', '21:05'],
  ['9p', '21:00'],
  ['12 am', '00:00'],
  ['12:15 PM', '12:15'],
  ['9:05 p.m.', '21:05'],
])('%j is %s', (typed, time) => {
  expect(parseWallTime(typed)).toBe(time);
});

test.each([
  '',
  '24',
  '24:00',
  '9:60',
  '9:5',
  '960',
  '13 pm',
  '0 am',
  '-9',
  '9:05:00',
  'noon',
  '9 m',
])('%j is no time of day', (typed) => {
  expect(parseWallTime(typed)).toBeUndefined();
});

test('reads back what a clock shows', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0) }), (date) => {
      const shown = wallTimeOf(date.getTime(), 'UTC');
      expect(parseWallTime(shown)).toBe(shown);
    }),
  );
});
