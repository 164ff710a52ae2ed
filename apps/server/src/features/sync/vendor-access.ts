import { createHash } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Credential, Provider, Tools } from '@timegrove/domain/provider.ts';
import { createBudgets, type RequestBudget } from '@timegrove/providers/kit/budget.ts';
import { createHttp, type Spent } from '@timegrove/providers/kit/http.ts';
import type { Config } from '../../config.ts';

/** Hands providers their tools. */
export interface VendorAccess {
  /** Tools for one credential; runs and previews of the same credential share one request budget. */
  toolsFor(provider: Provider, credential: Credential, using?: Using): CountingTools;
  /** What is left of a credential's budget, as this process knows it. */
  quotaOf(provider: Provider, credential: Credential): QuotaLeft;
}

/** Requests left: by the vendor's word until then, or by our own count of at most so many. */
export interface QuotaLeft {
  readonly left: number;
  readonly of: number | null;
  readonly until: Date | null;
}

/** Who hears what a provider tells besides its answers; nobody unless told. */
export interface Using extends Partial<Pick<Tools, 'note' | 'renew'>> {
  /** Until when the vendor asked to be left alone, perhaps through another process or before a restart. */
  readonly pausedUntil?: Date | null;
}

/** Tools that know what they have spent, and the credential as it was last renewed. */
export interface CountingTools extends Tools {
  readonly spent: () => Spent;
  readonly credential: () => Credential;
}

interface VendorAccessOptions {
  readonly now: () => Date;
  readonly vendorUrl: Config['vendorUrl'];
  /** Lifts the vendors' request limits, where a stand-in of a vendor has none. */
  readonly unlimited?: boolean;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Makes the vendor access of one server process. */
export function makeVendorAccess({
  now,
  vendorUrl,
  unlimited = false,
  sleep = sleepFor,
}: VendorAccessOptions): VendorAccess {
  const budgets = createBudgets();
  const budgetOf = (provider: Provider, credential: Credential): RequestBudget => {
    const limit = unlimited ? { ...provider.budget, requests: 1_000_000 } : provider.budget;
    return budgets.of(budgetKey(provider, credential), limit);
  };
  return {
    toolsFor: (provider, credential, using = {}) => {
      const { note = () => {}, renew = async () => {}, pausedUntil } = using;
      const budget = budgetOf(provider, credential);
      if (pausedUntil != null) budget.pause(pausedUntil);
      let newest = credential;
      const http = createHttp({
        baseUrl: vendorUrl(provider.id, new URL(provider.baseUrl).pathname) ?? provider.baseUrl,
        budget,
        fetch,
        now,
        sleep,
        ...(provider.explain && { explain: provider.explain }),
        ...(provider.quota && { quota: provider.quota }),
      });
      return {
        http,
        now,
        note,
        async renew(renewed) {
          budgets.carry(budgetKey(provider, newest), budgetKey(provider, renewed));
          newest = renewed;
          await renew(renewed);
        },
        spent: () => http.spent(),
        credential: () => newest,
      };
    },
    quotaOf: (provider, credential) => quotaLeft(provider, budgetOf(provider, credential), now()),
  };
}

function quotaLeft({ budget }: Provider, requests: RequestBudget, now: Date): QuotaLeft {
  const told = requests.quota(now);
  const paused = requests.pausedUntil(now);
  return {
    left: paused === null && told !== null ? told.left : requests.left(now),
    of: told === null ? budget.requests : null,
    until: paused ?? told?.until ?? null,
  };
}

/** Names a credential's budget without telling the credential. */
function budgetKey(provider: Provider, credential: Credential): string {
  return createHash('sha256')
    .update(`${provider.id}\n${JSON.stringify(credential)}`)
    .digest('hex');
}
