import type { Credential, Provider, Tools } from '@timegrove/domain/provider.ts';

/** Hands providers their tools: HTTP with the credential's one request budget, the clock and the record. */
export interface VendorAccess {
  /** `budgetKey` names the credential; runs and previews of one credential share its budget. */
  toolsFor(provider: Provider, budgetKey: string): Tools & { readonly spent: () => number };
  /** A key under which a credential's budget can be kept that does not tell the credential. */
  budgetKey(provider: Provider, credential: Credential): string;
}
