import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../rule.ts';
import { planStop, type Stoppable } from './stop.ts';

const timer = (stoppedAt: number | null, byHand = false): Stoppable => ({
  startedAt: 50,
  stoppedAt,
  byHand,
});

describe('a stop', () => {
  test.each<[string, Stoppable, number | undefined, number]>([
    ['now ends the running timer', timer(null), undefined, 100],
    ['in the past ends it there', timer(null), 80, 80],
    ['at the start makes it last no time', timer(null), 50, 50],
    ['by a clock that is ahead ends it now', timer(null), 130, 100],
    ['of a running timer whose start was changed by hand ends it', timer(null, true), 80, 80],
    ['that is earlier moves the end', timer(90), 80, 80],
    ['that is later changes nothing', timer(90), 95, 90],
    ['now of a stopped timer changes nothing', timer(90), undefined, 90],
    ['does not move an end by hand earlier', timer(90, true), 80, 90],
    ['does not move an end by hand later', timer(90, true), 95, 90],
  ])('%s', (_, stoppable, asked, end) => {
    expect(planStop(stoppable, asked, 100)).toBe(end);
  });

  test('by a process whose clock is behind the start ends at the start', () => {
    expect(planStop(timer(null), undefined, 48)).toBe(50);
  });

  test('before the start is refused, also when the timer is stopped', () => {
    const refusal = new DomainError('entry-ends-before-start');
    expect(() => planStop(timer(null), 49, 100)).toThrow(refusal);
    expect(() => planStop(timer(90), 49, 100)).toThrow(refusal);
  });
});

test('of any stops in any order, repeated or not, the earliest stands', () => {
  const anyStops = fc.array(fc.integer({ min: 50, max: 100 }), { minLength: 1 });
  fc.assert(
    fc.property(anyStops, (stops) => {
      const end = stops.reduce<number | null>(
        (stoppedAt, asked) => planStop(timer(stoppedAt), asked, 100),
        null,
      );
      expect(end).toBe(Math.min(...stops));
    }),
  );
});
