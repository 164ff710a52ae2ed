import { Temporal } from 'temporal-polyfill';
import type { Span } from './span.ts';

/** The calendar day of an instant in a zone, e.g. `2026-03-29`. */
export function dayOf(instant: number, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/**
 * From the first instant of a day in a zone to the first of the next: 23, 24 or 25 hours, and
 * 23.5 or 24.5 on Lord Howe. Empty for a day that a zone left out (Samoa, 2011-12-30).
 */
export function daySpan(day: string, zone: string): Span {
  return { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
}

/** The clock on the wall at an instant, e.g. `09:05`; seconds are cut off, not rounded. */
export function wallTimeOf(instant: number, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** What a clock time on a day means, given that clocks jump. */
export type WallReading =
  | { readonly reading: 'once'; readonly instant: number }
  /** The clock jumped over it; `instant` is where it stood after the same wait: 02:30 means 03:30. */
  | { readonly reading: 'skipped'; readonly instant: number }
  /** The clock showed it twice; `instant` is the first time, `later` the second. */
  | { readonly reading: 'twice'; readonly instant: number; readonly later: number };

/**
 * The instant at which a clock in a zone shows a time on a day. `instant` is the reading to take
 * when nobody is asked; the word says when asking, or a hint, is worth it.
 * @param time as `HH:MM` or `HH:MM:SS`, see `parseWallTime` for what people type
 */
export function readWallTime(day: string, time: string, zone: string): WallReading {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const first = earlier.epochMilliseconds;
  const second = later.epochMilliseconds;
  if (first === second) return { reading: 'once', instant: first };
  // Where the clock jumped, neither reading gives the typed time back; the later one is after the jump.
  if (!later.toPlainDateTime().equals(wall)) return { reading: 'skipped', instant: second };
  return { reading: 'twice', instant: first, later: second };
}

/**
 * The first instant after `start` at which the clock shows a time: what a typed end means. So an
 * end that reads earlier than the start is on the next day, and in the hour that comes twice the
 * second one is taken when the first is over.
 */
export function readEndTime(start: number, time: string, zone: string): number {
  const day = dayOf(start, zone);
  const readings = [0, 1, 2].flatMap((days) => {
    const wall = readWallTime(addDays(day, days), time, zone);
    return wall.reading === 'twice' ? [wall.instant, wall.later] : [wall.instant];
  });
  // Three days hold it at least twice after any start, also where a zone left one day out.
  return Math.min(...readings.filter((instant) => instant > start));
}

/** The day some days later, or earlier with a negative number. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days lie between two days; negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' })
    .days;
}

/** Every day from one to another, both included; none when `to` is before `from`. */
export function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  );
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The seven days of the week that a day is in. @param firstWeekday 1 for Monday to 7 for Sunday */
export function weekOf(day: string, firstWeekday = 1): string[] {
  const first = addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
  return daysFrom(first, addDays(first, 6));
}

function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
