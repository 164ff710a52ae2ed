import { expect, test } from 'vitest';
import { clockOffset } from './clock-offset.ts';

const sentAt = Date.parse('2026-03-10T09:00:00.000Z');
const offset = (serverTime: string, took: number): number =>
  clockOffset(serverTime, { sentAt, answeredAt: sentAt + took, known: 70 });

test('the answer is taken to be from the middle of the way', () => {
  expect(offset('2026-03-10T09:00:00.500Z', 400)).toBe(300);
});

test('an offset is whole milliseconds, because instants are', () => {
  expect(offset('2026-03-10T09:00:00.000Z', 3)).toBe(-2);
});

test.each([3_600_000, 10_001, -5000])(
  'while an answer took %d ms, the computer slept or its clock was set: what was known stays',
  (took) => {
    expect(offset('2026-03-10T09:00:01.000Z', took)).toBe(70);
  },
);
