import { addDays, dayOf } from '@timegrove/domain/time/day.ts';
import { holds, hour, type Span } from '@timegrove/domain/time/span.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

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
 * Where the instants of some days stand below each other. A calendar draws days of 24 even hours; in
 * a week in which an hour comes twice there is a row more for it, and all rows are drawn shorter. A
 * place is what a calendar in UTC takes for an instant.
 */
export interface DayScale {
  readonly rows: readonly HourRow[];
  /** The length of a row in the time of the calendar. */
  readonly rowLength: number;
  /** Where an instant stands. */
  readonly placeOf: (instant: number) => number;
  /** The instant at a place; at a place that no clock shows, the last one before it. */
  readonly instantAt: (place: number) => number;
  /** The places on those days that no clock shows. */
  readonly voids: readonly Span[];
}

/** Full hours of a clock that come twice on one of the days, from its midnight. */
type Twice = Span;

/** Instants that follow each other, and the place of the first. */
interface Piece extends Span {
  readonly at: number;
}

/** The scale of some days in a zone. */
export function dayScale(days: readonly string[], zone: string): DayScale {
  const twice = days.map((day) => twiceIn(day, zone)).find((one) => one !== undefined);
  const { start, end } = twice ?? { start: 0, end: 0 };
  const count = rowCounts.find((one) => one * hour >= dayLength + end - start) ?? 24;
  const rowLength = dayLength / count;
  const per = rowLength / hour;
  const known = new Map<string, readonly Piece[]>();
  const piecesOf = (day: string): readonly Piece[] => {
    const pieces = known.get(day) ?? piecesOn(day, zone, { twice: { start, end }, per });
    known.set(day, pieces);
    return pieces;
  };
  const placeIn = (piece: Piece | undefined, instant: number): number =>
    piece === undefined ? instant : piece.at + Math.round((instant - piece.start) * per);
  return {
    rows: rowsOf({ start, end }, count),
    rowLength,
    placeOf: (instant) =>
      placeIn(
        piecesOf(dayOf(instant, zone)).find((piece) => holds(piece, instant)),
        instant,
      ),
    instantAt: (place) => {
      const pieces = piecesOf(new Date(place).toISOString().slice(0, 10));
      const piece = pieces.findLast(({ at }) => at <= place) ?? pieces[0];
      if (piece === undefined) return place;
      const instant = piece.start + Math.round(Math.max(0, place - piece.at) / per);
      return Math.min(instant, piece.end);
    },
    voids: days.flatMap((day) =>
      voidsBetween(
        day,
        piecesOf(day).map((piece) => ({ start: piece.at, end: placeIn(piece, piece.end) })),
      ),
    ),
  };
}

function twiceIn(day: string, zone: string): Twice | undefined {
  const [first, second] = stretchesOf(day, zone);
  if (first === undefined || second === undefined || second.offset > first.offset) return undefined;
  const start = second.start + second.offset - midnightOf(day);
  const end = first.end + first.offset - midnightOf(day);
  return { start: Math.floor(start / hour) * hour, end: Math.ceil(end / hour) * hour };
}

interface Drawn {
  readonly twice: Twice;
  /** How much of the calendar's time a millisecond takes. */
  readonly per: number;
}

function piecesOn(day: string, zone: string, { twice, per }: Drawn): readonly Piece[] {
  const midnight = midnightOf(day);
  const more = twice.end - twice.start;
  const stretches = stretchesOf(day, zone);
  return stretches.flatMap((stretch, nth) => {
    const wentBack = nth > 0 && stretch.offset < (stretches[0]?.offset ?? 0);
    return cutAt(stretch, midnight + twice.end - stretch.offset).map((piece) => {
      const clock = piece.start + stretch.offset - midnight;
      const axis = wentBack || clock >= twice.end ? clock + more : clock;
      return { ...piece, at: midnight + Math.round(axis * per) };
    });
  });
}

function cutAt({ start, end }: Stretch, cut: number): readonly Span[] {
  if (cut <= start || end <= cut) return [{ start, end }];
  return [
    { start, end: cut },
    { start: cut, end },
  ];
}

function rowsOf({ start, end }: Twice, count: number): readonly HourRow[] {
  const hours = Array.from({ length: 24 }, (_, at) => `${String(at).padStart(2, '0')}:00`);
  const [first, last] = [start / hour, end / hour];
  const rows = [
    ...hours.slice(0, last).map((time) => ({ time, again: false })),
    ...hours.slice(first, last).map((time) => ({ time, again: true })),
    ...hours.slice(last).map((time) => ({ time, again: false })),
  ];
  return Array.from({ length: count }, (_, at) => rows[at] ?? { time: '', again: false });
}

function voidsBetween(day: string, shown: readonly Span[]): readonly Span[] {
  const ends = [midnightOf(day), ...shown.map(({ end }) => end)];
  const starts = [...shown.map(({ start }) => start), midnightOf(addDays(day, 1))];
  return ends
    .map((end, at) => ({ start: end, end: starts[at] ?? end }))
    .filter((span) => span.start < span.end);
}

function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
