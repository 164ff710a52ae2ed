import { hour } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { budgetState, readBudget } from './budget.ts';

test.each([
  ['40h', 40 * 60],
  ['1:30', 90],
  ['40', 40 * 60],
  ['1200', 1200 * 60],
  ['2,5', 150],
  ['90 min', 90],
])('%j is a budget of %d minutes', (typed, minutes) => {
  expect(readBudget(typed)).toBe(minutes);
});

test.each(['', '0', '0:00', 'much', '-4', '9999999'])('%j is no budget', (typed) => {
  expect(readBudget(typed)).toBeUndefined();
});

test.each([
  [0, { percent: 0, left: 10 * hour, state: 'fine' }],
  [7.99 * 3600, { percent: 79, left: 2.01 * hour, state: 'fine' }],
  [8 * 3600, { percent: 80, left: 2 * hour, state: 'close' }],
  [10 * 3600, { percent: 100, left: 0, state: 'close' }],
  [15 * 3600, { percent: 150, left: -5 * hour, state: 'over' }],
])('%d seconds of ten hours', (used, expected) => {
  expect(budgetState(600, used)).toEqual({ ...expected, left: expect.closeTo(expected.left) });
});
