import { dayOf } from '@timegrove/domain/time/day.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { useReading } from '../../shell/use-reading.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';

/** The current day in the zone of this browser; changes at midnight. */
export function useToday(): string {
  return useReading(readToday, 10_000);
}

function readToday(): string {
  return dayOf(serverNow(), browserZone());
}
