import { expect, test } from 'vitest';
import { clockOffset } from './clock-offset.ts';

test('the answer is taken to be from the middle of the way', () => {
  const serverTime = '2026-03-10T09:00:00.500Z';
  const sentAt = Date.parse('2026-03-10T09:00:00.000Z');
  expect(clockOffset(serverTime, sentAt, sentAt + 400)).toBe(300);
});

test('an offset is whole milliseconds, because instants are', () => {
  const sentAt = Date.parse('2026-03-10T09:00:00.000Z');
  expect(clockOffset('2026-03-10T09:00:00.000Z', sentAt, sentAt + 3)).toBe(-2);
});
