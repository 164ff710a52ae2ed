import type { Provider } from '@timegrove/domain/provider.ts';
import type { Identity } from './features/session/identity.ts';
import type { Limit } from './http/rate-limit.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { VendorAccess } from './features/sync/vendor-access.ts';
import type { Vault } from './features/integrations/vault.ts';

/** What is there once for the whole process and holds no account's data. */
export interface House {
  readonly publicUrl: string;
  readonly identity: Identity;
  readonly providers: ReadonlyMap<string, Provider>;
  /** The absolute folder of each provider, for its icon and its help page. */
  readonly providerFolders: ReadonlyMap<string, string>;
  readonly vault: Vault;
  readonly vendors: VendorAccess;
  readonly jobs: Jobs;
  readonly mailConfigured: boolean;
  /** How often visitors may knock; `usualLimits` on a running server. */
  readonly limits: readonly Limit[];
  /** What a demo server shows to its visitors. */
  readonly demo: {
    readonly sandboxUrl: string;
    readonly logins: readonly {
      readonly role: string;
      readonly email: string;
      readonly password: string;
    }[];
  } | null;
}

/** How people call a provider; by its id where an operator has taken its folder away. */
export function providerName(house: House, id: string): string {
  return house.providers.get(id)?.name ?? id;
}
