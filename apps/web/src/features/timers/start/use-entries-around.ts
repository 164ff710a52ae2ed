import type { Entry } from '@timegrove/contract/entries.ts';
import { addDays, dayOf } from '@timegrove/domain/time/day.ts';
import { useDayEntries } from '../../entries/use-day-entries.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';

/**
 * The own entries of the day of an instant, of the day before, as they may go on past midnight, and of
 * today; none while they are being asked for.
 */
export function useEntriesAround(instant: number, now: number): readonly Entry[] {
  const zone = browserZone();
  const [day, today] = [dayOf(instant, zone), dayOf(now, zone)];
  const eve = useDayEntries(addDays(day, -1)).entries ?? [];
  const then = useDayEntries(day).entries ?? [];
  const lately = useDayEntries(today).entries ?? [];
  return [...eve, ...then, ...(day === today ? [] : lately)];
}
