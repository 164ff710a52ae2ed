import { expect, test } from 'vitest';
import { expiresAtOf } from './expiry.ts';

const zone = 'Europe/Berlin';

test('a token for so many days ends with the last of them', () => {
  const end = Date.parse(expiresAtOf({ after: 30 }, zone) ?? '');
  const days = (end - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(31.1);
});

test('a chosen day ends at its own midnight, summer time or not', () => {
  expect(expiresAtOf({ on: '2027-06-30' }, zone)).toBe('2027-06-30T22:00:00.000Z');
  expect(expiresAtOf({ on: '2027-12-31' }, zone)).toBe('2027-12-31T23:00:00.000Z');
});

test('never is said, and a day that is not chosen yet is no end', () => {
  expect(expiresAtOf({ never: true }, zone)).toBeNull();
  expect(expiresAtOf({ on: '' }, zone)).toBeUndefined();
});
