import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Credential, Provider, Tools } from '@timegrove/domain/provider.ts';
import type { SandboxAccount } from '../sandbox/simulator.ts';

/** What the engine would have stored: checked once, then renewed as the provider asks. */
export interface Credentials {
  readonly of: (account: SandboxAccount) => Credential;
  /** The `renew` of the tools of that account. */
  readonly renew: (account: SandboxAccount) => Tools['renew'];
}

/** Checks the credentials of some accounts, as enabling them would. */
export async function createCredentials(
  provider: Provider,
  makeTools: (renew: Tools['renew']) => Tools,
  accounts: readonly SandboxAccount[],
): Promise<Credentials> {
  const stored = new Map<string, Credential>();
  const renew = (account: SandboxAccount) => (credential: Credential) => {
    stored.set(account.key, credential);
    return Promise.resolve();
  };
  for (const account of accounts) {
    const kept = await keptOf(provider, makeTools(renew(account)), account.credential);
    if (kept !== undefined) stored.set(account.key, kept);
  }
  return { of: ({ key, credential }) => stored.get(key) ?? credential, renew };
}

// Whether a check succeeds is examined by the cases about signing in.
async function keptOf(provider: Provider, tools: Tools, credential: Credential) {
  try {
    return (await provider.check(tools, credential)).keep;
  } catch (error) {
    if (error instanceof ProviderFailure) return undefined;
    throw error;
  }
}
