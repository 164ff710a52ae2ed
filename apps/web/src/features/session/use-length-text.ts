import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { roundDuration } from '@timegrove/domain/time/rounding.ts';
import { useMe } from './queries.ts';

/** Writes a tracked length in milliseconds as the account shows it: rounded, where it wishes so. */
export function useLengthText(): (duration: number) => string {
  const { roundingMinutes } = useMe().account;
  return (duration) => formatDuration(roundDuration(duration, roundingMinutes));
}
