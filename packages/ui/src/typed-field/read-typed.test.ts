import { parseDuration } from '@timegrove/domain/time/duration.ts';
import { expect, test } from 'vitest';
import { readTyped } from './read-typed.ts';

test.each([
  [null, { state: 'untouched' }],
  ['  ', { state: 'untouched' }],
  ['1:30', { state: 'read', value: 5_400_000 }],
  ['1,5', { state: 'read', value: 5_400_000 }],
  ['0:00', { state: 'read', value: 0 }],
  ['soon', { state: 'unclear' }],
] as const)('%j reads as %j', (typed, reading) => {
  expect(readTyped(typed, parseDuration)).toEqual(reading);
});
