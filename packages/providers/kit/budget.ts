import type { Budget, Quota } from '@timegrove/domain/provider.ts';

/** What a budget says to somebody who wants to send one request now. */
export type Leave =
  | { readonly type: 'go' }
  | { readonly type: 'wait'; readonly until: Date }
  | { readonly type: 'paused'; readonly until: Date };

/** The requests that one credential may send, counted over all that use it. The clock is handed in. */
export interface RequestBudget {
  readonly pauseSeconds: number;
  /** Asks for one request: `go` counts it as sent; `wait` and `paused` count nothing. */
  take(now: Date): Leave;
  /** Remembers that the vendor asked to stay away until then; an earlier time never shortens it. */
  pause(until: Date): void;
  /** Remembers what the vendor itself said about its quota. */
  learn(quota: Quota): void;
  /** How many requests could be sent now; the smaller of our own count and the vendor's word. */
  left(now: Date): number;
  /** What the vendor itself last said about its quota, as long as that holds. */
  quota(now: Date): Quota | null;
  /** The end of a pause that still lasts. */
  pausedUntil(now: Date): Date | null;
}

// The vendor counts arrivals, we count departures. A second more keeps a fast request after a slow
// one from landing inside the vendor's window.
const marginMilliseconds = 1000;

/** Makes a budget with a sliding window: never more than `requests` departures in any `seconds`. */
export function createBudget(budget: Budget): RequestBudget {
  const window = budget.seconds * 1000 + marginMilliseconds;
  const sent: number[] = [];
  let pausedUntil = 0;
  let quota: Quota | null = null;

  function forgetOld(now: number): void {
    const old = sent.findIndex((at) => at + window > now);
    sent.splice(0, old === -1 ? sent.length : old);
    if (quota !== null && quota.until.getTime() <= now) quota = null;
  }

  function pause(until: Date): void {
    pausedUntil = Math.max(pausedUntil, until.getTime());
  }

  return {
    pauseSeconds: budget.pauseSeconds,
    pause,
    take(now) {
      const time = now.getTime();
      if (time < pausedUntil) return { type: 'paused', until: new Date(pausedUntil) };
      forgetOld(time);
      const oldest = sent[0];
      if (oldest !== undefined && sent.length >= budget.requests)
        return { type: 'wait', until: new Date(oldest + window) };
      sent.push(time);
      return { type: 'go' };
    },
    learn(news) {
      quota = news;
      if (news.left <= 0) pause(news.until);
    },
    left(now) {
      if (now.getTime() < pausedUntil) return 0;
      forgetOld(now.getTime());
      return Math.min(budget.requests - sent.length, quota?.left ?? Number.POSITIVE_INFINITY);
    },
    quota: (now) => (quota !== null && quota.until > now ? quota : null),
    pausedUntil: (now) => (now.getTime() < pausedUntil ? new Date(pausedUntil) : null),
  };
}

/** The budgets of all credentials in use, so that runs and previews of one credential share one. */
export interface Budgets {
  /** Gives the budget of a key, made on first use. The key must not be the credential itself. */
  of(key: string, budget: Budget): RequestBudget;
  /** Lets a credential that replaces another go on with the budget of the one it replaces. */
  carry(from: string, to: string): void;
  /** Forgets a key, as after a new credential was stored: its pause does not hold for the new one. */
  forget(key: string): void;
}

/** Makes an empty holder of budgets; one for each process. */
export function createBudgets(): Budgets {
  const budgets = new Map<string, RequestBudget>();
  return {
    of(key, budget) {
      const known = budgets.get(key) ?? createBudget(budget);
      budgets.set(key, known);
      return known;
    },
    carry(from, to) {
      const known = budgets.get(from);
      if (known === undefined) return;
      budgets.delete(from);
      budgets.set(to, known);
    },
    forget(key) {
      budgets.delete(key);
    },
  };
}
