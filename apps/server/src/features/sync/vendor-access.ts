import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credential, Provider, Tools } from '@timegrove/domain/provider.ts';
import { createBudgets } from '@timegrove/providers/kit/budget.ts';
import { createHttp } from '@timegrove/providers/kit/http.ts';
import type { Config } from '../../config.ts';

/** Hands providers their tools. */
export interface VendorAccess {
  /** Tools for one credential; runs and previews of the same credential share one request budget. */
  toolsFor(provider: Provider, credential: Credential, note?: Tools['note']): CountingTools;
}

/** Tools that know how many requests they have spent. */
export interface CountingTools extends Tools {
  readonly spent: () => number;
}

interface VendorAccessOptions {
  readonly now: () => Date;
  readonly vendorUrl: Config['vendorUrl'];
  /** Lifts the vendors' request limits, where a stand-in of a vendor has none. */
  readonly unlimited?: boolean;
}

/** Makes the vendor access of one server process. */
export function makeVendorAccess({
  now,
  vendorUrl,
  unlimited = false,
}: VendorAccessOptions): VendorAccess {
  const budgets = createBudgets();
  return {
    toolsFor: (provider, credential, note = () => {}) => {
      const limit = unlimited ? { ...provider.budget, requests: 1_000_000 } : provider.budget;
      const http = createHttp({
        baseUrl: vendorUrl(provider.id, new URL(provider.baseUrl).pathname) ?? provider.baseUrl,
        budget: budgets.of(budgetKey(provider, credential), limit),
        fetch,
        now,
        sleep,
        ...(provider.explain && { explain: provider.explain }),
        ...(provider.quota && { quota: provider.quota }),
      });
      return { http, now, note, spent: () => http.spent().requests };
    },
  };
}

/** Names a credential's budget without telling the credential. */
function budgetKey(provider: Provider, credential: Credential): string {
  return createHash('sha256')
    .update(`${provider.id}\n${JSON.stringify(credential)}`)
    .digest('hex');
}
