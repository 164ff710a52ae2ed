import { addDays } from '@timegrove/domain/time/day.ts';
import type { WeekCell } from './week-grid.ts';

/** Why nothing can be typed into a cell. */
export type Closed = 'future' | 'locked' | 'by-hand-off' | 'look-only';

/** How time gets into a cell: typed, through the list of its entries, or not at all. */
export type CellWay =
  | { readonly way: 'type' }
  | { readonly way: 'list' }
  | { readonly way: 'closed'; readonly why: Closed };

/** What decides about the cells of a week. */
export interface CellRules {
  readonly today: string;
  readonly mayChange: boolean;
  /** Whether time may be added and changed without a timer. */
  readonly byHand: boolean;
  /** See the account's setting. */
  readonly lockAfterDays: number | null;
}

/** The way into a cell. What runs, and several entries, are dealt with one by one in the list. */
export function wayInto({ day, entries }: WeekCell, rules: CellRules): CellWay {
  const { today, mayChange, byHand, lockAfterDays } = rules;
  if (!mayChange) return closed('look-only');
  if (lockAfterDays !== null && day < addDays(today, -lockAfterDays)) return closed('locked');
  const [first] = entries;
  if (first === undefined) {
    if (day > today) return closed('future');
    return byHand ? { way: 'type' } : closed('by-hand-off');
  }
  return byHand && entries.length === 1 && first.stoppedAt !== null
    ? { way: 'type' }
    : { way: 'list' };
}

function closed(why: Closed): CellWay {
  return { way: 'closed', why };
}
