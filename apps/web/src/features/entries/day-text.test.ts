import { expect, test } from 'vitest';
import { daysText, dayText } from './day-text.ts';

test('a day is written as the locale writes it, whatever zone this machine is in', () => {
  expect(dayText('2026-03-10', 'en-US')).toBe('Tuesday, March 10, 2026');
  expect(dayText('2026-03-10', 'en-GB')).toMatch(/^Tuesday,? 10 March 2026$/);
});

test('the short form leaves the year out', () => {
  expect(dayText('2026-03-10', 'en-US', 'short')).toBe('Tue, Mar 10');
});

test('a week is written by its first and its last day', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-06'];
  expect(daysText(days, 'en-GB').replaceAll(/\s/g, ' ')).toBe('30 November – 6 December 2026');
  expect(daysText(days, 'en-US', 'short').replaceAll(/\s/g, ' ')).toBe('Nov 30 – Dec 6');
});
