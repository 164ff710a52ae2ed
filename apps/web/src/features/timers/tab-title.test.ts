import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { tabTitle } from './tab-title.ts';

test.each([
  ['09:00', '0:00'],
  ['09:42', '0:42'],
  ['19:05', '10:05'],
])('started at nine, looked at by %s: %s', (time, elapsed) => {
  const now = Date.parse(instant(time)) + 59_999;
  expect(tabTitle(anEntry('09:00', null), { now, noTask: 'No task' })).toBe(
    `${elapsed} No task – Timegrove`,
  );
});
