import type { Entry } from '@timegrove/contract/entries.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { spanOf } from '../day-lines.ts';
import type { DayScale } from './day-scale.ts';

/** What the calendar draws: an entry, or a stretch behind the entries. */
export interface CalendarEvent {
  readonly id: string;
  /** Places as a calendar in UTC writes them. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly editable: boolean;
  readonly display?: 'background';
  readonly class?: string;
  readonly color?: string;
}

interface Drawn {
  readonly now: number;
  readonly scale: DayScale;
  /** Tells whether an entry can be moved. */
  readonly mayChange: (entry: Entry) => boolean;
}

// What is shorter could not be seen, or taken hold of.
const shortest = minute;

/** The entries at their places. What runs grows by itself and is not moved. */
export function entryEvents(
  entries: readonly Entry[],
  { now, scale, mayChange }: Drawn,
): readonly CalendarEvent[] {
  return entries.map((entry) => {
    const { start, end } = spanOf(entry, now);
    return {
      id: entry.id,
      ...placed({ start, end: Math.max(end, start + shortest) }, scale),
      title: entry.task?.name ?? '',
      editable: entry.stoppedAt !== null && mayChange(entry),
      ...(entry.task?.color != null && { color: entry.task.color }),
      ...(entry.stoppedAt === null && { class: 'calendar-running' }),
    };
  });
}

/** What lies behind the entries: the time to come, and what no clock shows. */
export function backgroundEvents(
  shown: Span,
  { now, scale }: Pick<Drawn, 'now' | 'scale'>,
): readonly CalendarEvent[] {
  const behind = { title: '', editable: false, display: 'background' } as const;
  const voids = scale.voids.map((span, at) => ({
    id: `void-${at}`,
    ...written(span),
    ...behind,
    class: 'calendar-void',
  }));
  if (now >= shown.end) return voids;
  const future = placed({ start: Math.max(now, shown.start), end: shown.end }, scale);
  return [...voids, { id: 'future', ...future, ...behind, class: 'calendar-future' }];
}

/** The times of an entry that was moved to a place: as long as it was, from a full minute on. */
export function movedTo(entry: Entry, place: number, { instantAt }: DayScale): Span {
  const { start, end } = spanOf(entry, 0);
  const moved = fullMinute(instantAt(place));
  return { start: moved, end: moved + end - start };
}

/** The times of an entry one of whose ends was moved to another place. */
export function resizedTo(
  entry: Entry,
  places: Span,
  moved: 'start' | 'end',
  { instantAt }: DayScale,
): Span {
  return { ...spanOf(entry, 0), [moved]: fullMinute(instantAt(places[moved])) };
}

/** The stretch of time between two places, in full minutes. */
export function stretchAt({ start, end }: Span, { instantAt }: DayScale): Span {
  return { start: fullMinute(instantAt(start)), end: fullMinute(instantAt(end)) };
}

function placed({ start, end }: Span, { placeOf }: DayScale): { start: string; end: string } {
  // An end at midnight belongs to the day before it.
  return written({ start: placeOf(start), end: placeOf(end - 1) + 1 });
}

function written({ start, end }: Span): { start: string; end: string } {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

function fullMinute(instant: number): number {
  return Math.round(instant / minute) * minute;
}
