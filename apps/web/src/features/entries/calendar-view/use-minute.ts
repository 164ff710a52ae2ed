import { minute } from '@timegrove/domain/time/span.ts';
import { serverNow } from '../../../shell/server-clock.ts';
import { useReading } from '../../../shell/use-reading.ts';

/** The server's time in full minutes. */
export function useMinute(): number {
  return useReading(fullMinute, 1000);
}

function fullMinute(): number {
  return Math.floor(serverNow() / minute) * minute;
}
