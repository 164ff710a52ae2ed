import { dayOf, daySpan, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';

/** A part of a day in which the clock does not jump. */
export interface Stretch extends Span {
  /** What the clock shows as if it were in UTC, less the instant. */
  readonly offset: number;
}

/** A day in parts: two where the clock jumps in between, else one; none for a day left out. */
export function stretchesOf(day: string, zone: string): readonly Stretch[] {
  const { start, end } = daySpan(day, zone);
  if (start >= end) return [];
  const [offset, later] = [offsetAt(start, zone), offsetAt(end - 1, zone)];
  if (offset === later) return [{ start, end, offset }];
  const jump = jumpBetween(start, end - 1, (instant) => offsetAt(instant, zone) === offset);
  return [
    { start, end: jump, offset },
    { start: jump, end, offset: later },
  ];
}

/** The first instant for which it does not hold any more. */
function jumpBetween(from: number, to: number, holdsAt: (instant: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holdsAt(middle)) before = middle;
    else after = middle;
  }
  return after;
}

function offsetAt(instant: number, zone: string): number {
  // The clock is read in full minutes; what is cut off is the same on both sides.
  const full = Math.floor(instant / minute) * minute;
  return Date.parse(`${dayOf(full, zone)}T${wallTimeOf(full, zone)}Z`) - full;
}
