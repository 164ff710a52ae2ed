import type { Entry } from '@timegrove/contract/entries.ts';
import { dayOf, daySpan, readWallTime } from '@timegrove/domain/time/day.ts';
import { parseDuration } from '@timegrove/domain/time/duration.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { spanOf } from '../day-lines.ts';
import type { WeekCell } from './week-grid.ts';

/** What a text typed into a cell asks for. */
export type CellMeaning =
  | { readonly kind: 'nothing' }
  /** It is no length of time. */
  | { readonly kind: 'unclear' }
  /** So much of the day has not passed yet. */
  | { readonly kind: 'too-much' }
  | { readonly kind: 'add'; readonly span: Span }
  | { readonly kind: 'change'; readonly entry: Entry; readonly end: number }
  | { readonly kind: 'delete'; readonly entry: Entry };

interface Around {
  readonly now: number;
  readonly zone: string;
  /** Everything that was tracked on that day, on whatever task. */
  readonly ofDay: readonly Entry[];
}

/** Reads what is typed into a cell that is empty or has one finished entry. Empty means zero. */
export function meaningOf(typed: string, cell: WeekCell, around: Around): CellMeaning {
  const length = typed.trim() === '' ? 0 : parseDuration(typed);
  if (length === undefined) return { kind: 'unclear' };
  const [entry] = cell.entries;
  if (entry === undefined)
    return length === 0 ? { kind: 'nothing' } : addition(length, cell, around);
  if (length === 0) return { kind: 'delete', entry };
  if (inMinutes(length) === inMinutes(cell.total)) return { kind: 'nothing' };
  return { kind: 'change', entry, end: spanOf(entry, around.now).start + length };
}

/** After the last entry of the day, or from 9 on; never into the future. */
function addition(length: number, { day }: WeekCell, { now, zone, ofDay }: Around): CellMeaning {
  const span = spanFrom(startOn(day, ofDay, now, zone), length, now);
  return dayOf(span.start, zone) === day ? { kind: 'add', span } : { kind: 'too-much' };
}

function startOn(day: string, ofDay: readonly Entry[], now: number, zone: string): number {
  const nine = readWallTime(day, '09:00', zone).instant;
  const ends = ofDay.map((entry) => spanOf(entry, now).end);
  const last = ends.length === 0 ? nine : Math.max(...ends);
  // An entry that lasts until the next day leaves no end on this one.
  return last < daySpan(day, zone).end ? last : nine;
}

function spanFrom(start: number, length: number, now: number): Span {
  if (start + length <= now) return { start, end: start + length };
  const end = Math.floor(now / minute) * minute;
  return { start: end - length, end };
}

/** As the cell shows it: what is not seen to change does not. */
function inMinutes(length: number): number {
  return Math.round(length / minute);
}
