import {
  dayOf,
  daysBetween,
  readEndTime,
  readWallTime,
  wallTimeOf,
} from '@timegrove/domain/time/day.ts';

/** When an entry starts and ends while it is being edited; a running timer has no end. */
export interface EntryTimes {
  readonly start: number;
  readonly end: number | null;
  readonly zone: string;
}

/** Puts the entry on another day at the same clock time, as long as before. */
export function onDay(times: EntryTimes, day: string): EntryTimes {
  const time = wallTimeOf(times.start, times.zone);
  return movedTo(times, readWallTime(day, time, times.zone).instant);
}

/** Lets the entry start at another clock time of its day. The end stays unless it would come first. */
export function startingAt(times: EntryTimes, time: string): EntryTimes {
  if (wallTimeOf(times.start, times.zone) === time) return times;
  const start = readWallTime(dayOf(times.start, times.zone), time, times.zone).instant;
  const endStays = times.end === null || start < times.end;
  return endStays ? { ...times, start } : movedTo(times, start);
}

/** Lets the entry end at the next moment after its start at which the clock shows a time. */
export function endingAt(times: EntryTimes, time: string): EntryTimes {
  if (times.end !== null && wallTimeOf(times.end, times.zone) === time) return times;
  return { ...times, end: readEndTime(times.start, time, times.zone) };
}

/** Lets the entry last for a number of milliseconds from its start. */
export function lasting(times: EntryTimes, duration: number): EntryTimes {
  return { ...times, end: times.start + duration };
}

/** How many days after the day of its start the entry ends: 0, or 1 across midnight. */
export function daysCrossed(times: EntryTimes): number {
  if (times.end === null) return 0;
  return daysBetween(dayOf(times.start, times.zone), dayOf(times.end, times.zone));
}

function movedTo(times: EntryTimes, start: number): EntryTimes {
  return { ...times, start, end: times.end === null ? null : times.end + (start - times.start) };
}
