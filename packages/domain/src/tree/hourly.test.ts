import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextHourlyRun } from './hourly.ts';

const date = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2040-01-01'),
  noInvalidDate: true,
});

it('comes again within half an hour and one and a half, always at the same second of the hour', () => {
  fc.assert(
    fc.property(fc.uuid(), date, (id, after) => {
      const next = nextHourlyRun(id, after);
      const minutes = (next.getTime() - after.getTime()) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(30);
      expect(minutes).toBeLessThanOrEqual(90);
      const again = nextHourlyRun(id, next);
      expect(again.getTime() - next.getTime()).toBe(3_600_000);
    }),
  );
});

it('spreads many integrations over the hour', () => {
  const ids = fc.sample(fc.uuid(), { numRuns: 600, seed: 1 });
  const minutes = new Set(
    ids.map((id) => nextHourlyRun(id, new Date('2026-03-02T09:00:00Z')).getUTCMinutes()),
  );
  expect(minutes.size).toBe(60);
});
