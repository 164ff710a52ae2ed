import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundDuration } from './rounding.ts';
import { minute } from './span.ts';

it.each([
  [0, 15, 0],
  [7, 15, 0],
  [7.5, 15, 15],
  [22, 15, 15],
  [23, 15, 30],
  [61, 60, 60],
  [44, 6, 42],
])('%d minutes in steps of %d are shown as %d', (minutes, step, shown) => {
  expect(roundDuration(minutes * minute, step)).toBe(shown * minute);
});

it('is off by half a step at most, a whole number of steps, and with no step the same', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 60 }), (duration, step) => {
      const rounded = roundDuration(duration, step);
      expect(Math.abs(rounded - duration)).toBeLessThanOrEqual((step * minute) / 2);
      expect(rounded % (step * minute)).toBe(0);
      expect(roundDuration(duration, 0)).toBe(duration);
    }),
  );
});
