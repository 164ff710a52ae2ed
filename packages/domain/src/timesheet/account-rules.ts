import { DomainError } from '../rule.ts';
import { addDays } from '../time/day.ts';

/** What an account allows with time. */
export interface AccountRules {
  /** Whether time that no timer tracked may be added. */
  readonly entriesByHand: boolean;
  readonly overlapsAllowed: boolean;
  /** Time whose day is more than so many days ago stays as it is; null locks nothing. */
  readonly lockAfterDays: number | null;
}

/** What somebody wants to do with finished time. */
export interface TimeDeed {
  /** Time that no timer tracked comes into being. */
  readonly addsByHand?: boolean;
  /** The days of the entries before and after, each in its own zone. */
  readonly days: readonly string[];
  /** The current day of the member whose time it is. */
  readonly today: string;
}

/**
 * Refuses what the rules of the account forbid, whoever asks.
 * @throws DomainError entry-by-hand-off | entry-locked
 */
export function ensureAllowed(rules: AccountRules, deed: TimeDeed): void {
  if (deed.addsByHand === true && !rules.entriesByHand) throw new DomainError('entry-by-hand-off');
  if (rules.lockAfterDays === null) return;
  const firstOpen = addDays(deed.today, -rules.lockAfterDays);
  if (deed.days.some((day) => day < firstOpen)) {
    throw new DomainError('entry-locked', { day: firstOpen });
  }
}
