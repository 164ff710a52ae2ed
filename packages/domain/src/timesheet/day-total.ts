import { durationOf } from '../time/span.ts';
import { spanOf, type Tracked } from './tracked.ts';

/** The sum of entries in milliseconds, a running one up to now. Overlapping entries both count. */
export function totalOf(entries: readonly Tracked[], now: number): number {
  return entries.reduce((sum, entry) => sum + durationOf(spanOf(entry, now)), 0);
}

/** The sum of each day that has entries. Time past midnight counts for the day of its start. */
export function dayTotals(entries: readonly Tracked[], now: number): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const entry of entries) {
    totals.set(entry.day, (totals.get(entry.day) ?? 0) + durationOf(spanOf(entry, now)));
  }
  return totals;
}
