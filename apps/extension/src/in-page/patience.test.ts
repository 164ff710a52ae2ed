import { expect, it } from 'vitest';
import { createPatience } from './patience.ts';

it('ends after so many tries, and comes back when they are long ago', () => {
  const may = createPatience(2, 100);
  expect([may(0), may(10), may(20), may(99), may(101), may(105), may(111)]).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
});
