import { expect, test } from 'vitest';
import { dayText } from './day-text.ts';

test('a day is written as the locale writes it, whatever zone this machine is in', () => {
  expect(dayText('2026-03-10', 'en-US')).toBe('Tuesday, March 10, 2026');
  expect(dayText('2026-03-10', 'en-GB')).toMatch(/^Tuesday,? 10 March 2026$/);
});

test('the short form leaves the year out', () => {
  expect(dayText('2026-03-10', 'en-US', 'short')).toBe('Tue, Mar 10');
});
