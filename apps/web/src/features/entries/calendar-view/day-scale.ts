import { addDays, dayOf, daySpan, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { hour, minute, type Span } from '@timegrove/domain/time/span.ts';

const dayLength = 24 * hour;
// So many rows divide a day into full milliseconds.
const rowCounts = [24, 25, 27, 30];

/** An hour of the clock as a row beside the days. */
export interface HourRow {
  /** As `HH:00`; empty below the last hour. */
  readonly time: string;
  /** Whether the clock shows this hour for the second time. */
  readonly again: boolean;
}

/**
 * Where the instants of some days stand below each other. A calendar draws days of 24 even hours; on
 * a day when a clock goes back one hour comes twice, so that its week has a row more, and all rows
 * are drawn shorter. Places are what a calendar in UTC takes for instants.
 */
export interface DayScale {
  readonly rows: readonly HourRow[];
  /** The length of a row in the time of the calendar. */
  readonly rowLength: number;
  /** Where an instant stands. */
  placeOf(instant: number): number;
  /** The instant that stands at a place; a place that no clock shows is where the clock jumped. */
  instantAt(place: number): number;
  /** The places on those days that no clock shows. */
  readonly voids: readonly Span[];
}

/** Hours of the wall's clock that come twice on one of the days, in full hours. */
interface Twice {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a day in which the clock does not jump. */
interface Stretch extends Span {
  /** What the clock shows, less the instant. */
  readonly offset: number;
}

/** The scale of days in a zone, from the first of them. */
export function dayScale(days: readonly string[], zone: string): DayScale {
  const twice = days.map((day) => twiceIn(stretchesOf(day, zone))).find((one) => one !== null);
  const { from, to } = twice ?? { from: 0, to: 0 };
  const more = to - from;
  const count = rowCounts.find((one) => one >= 24 + more / hour) ?? 24;
  const rowLength = dayLength / count;
  const scaled = (clock: number): number => (clock * rowLength) / hour;
  const placeOf = (instant: number): number => {
    const day = dayOf(instant, zone);
    const [first, second] = stretchesOf(day, zone);
    const isSecond = second !== undefined && instant >= second.start;
    const clock = instant + (isSecond ? second : first).offset - startOf(day);
    const wentBack = isSecond && second.offset < first.offset;
    return startOf(day) + Math.round(scaled(wentBack || clock >= to ? clock + more : clock));
  };
  const instantAt = (place: number): number => {
    const day = new Date(place).toISOString().slice(0, 10);
    const axis = ((place - startOf(day)) * hour) / rowLength;
    const isLate = axis >= to;
    const clock = startOf(day) + (isLate ? Math.max(to, axis - more) : axis);
    return instantOf({ clock, isLate, axis: axis - more + startOf(day) }, stretchesOf(day, zone));
  };
  const scale = { rows: rowsOf({ from, to }, count), rowLength, placeOf, instantAt };
  return { ...scale, voids: days.flatMap((day) => voidsOf(day, zone, scale, { from, to })) };
}

interface AtClock {
  readonly clock: number;
  /** The second time, where the clock shows an hour twice. */
  readonly isLate: boolean;
  /** The clock if the hour that comes twice is shown for the second time. */
  readonly axis: number;
}

function instantOf({ clock, isLate, axis }: AtClock, [first, second]: Stretches): number {
  if (second === undefined) return Math.round(clamp(clock - first.offset, first));
  if (second.offset < first.offset) {
    return Math.round(
      isLate ? clamp(axis - second.offset, second) : clamp(clock - first.offset, first),
    );
  }
  const before = clock - first.offset;
  return Math.round(before < first.end ? clamp(before, first) : clamp(clock - second.offset, second));
}

function clamp(instant: number, { start, end }: Span): number {
  return Math.min(Math.max(instant, start), end);
}

type Stretches = readonly [first: Stretch, second?: Stretch];

/** A day in stretches without a jump; clocks jump once in a day at most. */
function stretchesOf(day: string, zone: string): Stretches {
  const { start, end } = daySpan(day, zone);
  const offset = offsetAt(start, zone);
  const offsetAfter = offsetAt(end - 1, zone);
  if (offset === offsetAfter) return [{ start, end, offset }];
  let [before, after] = [start, end - 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offset) before = middle;
    else after = middle;
  }
  return [
    { start, end: after, offset },
    { start: after, end, offset: offsetAfter },
  ];
}

function offsetAt(instant: number, zone: string): number {
  // Clocks differ by full minutes nowadays, and what is cut off is the same on both sides.
  const full = Math.floor(instant / minute) * minute;
  return Date.parse(`${dayOf(full, zone)}T${wallTimeOf(full, zone)}Z`) - full;
}

function twiceIn([first, second]: Stretches): Twice | null {
  if (second === undefined || second.offset >= first.offset) return null;
  const start = startOf(new Date(first.start + first.offset).toISOString().slice(0, 10));
  const from = second.start + second.offset - start;
  const to = first.end + first.offset - start;
  return { from: Math.floor(from / hour) * hour, to: Math.ceil(to / hour) * hour };
}

function rowsOf({ from, to }: Twice, count: number): readonly HourRow[] {
  const hours = Array.from({ length: 24 }, (_, at) => at);
  const [first, last] = [from / hour, to / hour];
  const rows = [
    ...hours.slice(0, last).map((at) => rowAt(at, false)),
    ...hours.slice(first, last).map((at) => rowAt(at, true)),
    ...hours.slice(last).map((at) => rowAt(at, false)),
  ];
  return Array.from({ length: count }, (_, at) => rows[at] ?? { time: '', again: false });
}

function rowAt(at: number, again: boolean): HourRow {
  return { time: `${String(at).padStart(2, '0')}:00`, again };
}

/** What lies between the places of instants that follow each other, and past the last one. */
function voidsOf(
  day: string,
  zone: string,
  { placeOf }: Pick<DayScale, 'placeOf'>,
  { from, to }: Twice,
): readonly Span[] {
  const stretches = stretchesOf(day, zone);
  const edges = stretches.flatMap((stretch) =>
    stretch === undefined ? [] : partsOf(stretch, startOf(day), [from, to]),
  );
  const shown = edges.map(({ start, end }) => ({
    start: placeOf(start),
    end: placeOf(end - 1) + (placeOf(end - 1) - placeOf(end - minute)) / (minute - 1),
  }));
  const next = startOf(addDays(day, 1));
  const bounds = [startOf(day), ...shown.flatMap(({ start, end }) => [start, end]), next];
  return Array.from({ length: bounds.length / 2 }, (_, at) => ({
    start: bounds[2 * at] ?? 0,
    end: bounds[2 * at + 1] ?? 0,
  })).filter(({ start, end }) => end - start > minute);
}

function partsOf({ start, end, offset }: Stretch, midnight: number, cuts: readonly number[]): Span[] {
  const inside = cuts
    .map((cut) => midnight + cut - offset)
    .filter((cut) => start < cut && cut < end);
  const bounds = [start, ...inside, end];
  return bounds.slice(1).map((bound, at) => ({ start: bounds[at] ?? start, end: bound }));
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
