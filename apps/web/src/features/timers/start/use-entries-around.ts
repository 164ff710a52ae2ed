import type { Entry } from '@timegrove/contract/entries.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { useDayEntries } from '../../entries/use-day-entries.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';

/** The own entries of the day of an instant and of today; empty while they are being asked for. */
export function useEntriesAround(instant: number, now: number): readonly Entry[] {
  const zone = browserZone();
  const [day, today] = [dayOf(instant, zone), dayOf(now, zone)];
  const then = useDayEntries(day).entries ?? [];
  const lately = useDayEntries(today).entries ?? [];
  return day === today ? then : [...then, ...lately];
}
