import { parseDuration } from '@timegrove/domain/time/duration.ts';
import { hour, minute } from '@timegrove/domain/time/span.ts';

const mostMinutes = 60_000_000;

/** Reads a budget as people type it, in minutes: a bare number is hours, whatever its size. */
export function readBudget(typed: string): number | undefined {
  const bare = /^\d{1,6}$/.test(typed.trim());
  const duration = bare ? Number(typed) * hour : parseDuration(typed);
  if (duration === undefined) return undefined;
  const minutes = Math.round(duration / minute);
  return minutes >= 1 && minutes <= mostMinutes ? minutes : undefined;
}

/** How a budget stands. */
export interface BudgetState {
  /** Whole percent; more than 100 when it is overdrawn. */
  readonly percent: number;
  /** Milliseconds; below zero when it is overdrawn. */
  readonly left: number;
  readonly state: 'fine' | 'close' | 'over';
}

/** From here on a budget is nearly used up. */
const closePercent = 80;

/** Says how much of a budget is used. */
export function budgetState(budgetMinutes: number, usedSeconds: number): BudgetState {
  const budget = budgetMinutes * minute;
  const used = usedSeconds * 1000;
  const percent = Math.floor((used / budget) * 100);
  const state = used > budget ? 'over' : percent >= closePercent ? 'close' : 'fine';
  return { percent, left: budget - used, state };
}
