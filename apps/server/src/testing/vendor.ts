import type { Provider } from '@timegrove/domain/provider.ts';
import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import { loadSandboxes } from '@timegrove/providers/kit/load-sandboxes.ts';
import { serve } from '@timegrove/providers/kit/sandbox/serve.ts';
import type { SandboxNode, Simulator } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { afterAll } from 'vitest';

/** One simulated vendor behind real HTTP, with one of its accounts. */
export interface TestVendor {
  /** Where the sandbox is; the vendor's API is below `<url>/<provider id>`. */
  readonly url: string;
  /** What the house knows of the vendor. */
  readonly provider: Provider;
  readonly simulator: Simulator;
  /** The account's name in the simulator. */
  readonly accountKey: string;
  /** The credential of the account: one that begins empty, for a test to fill, unless told. */
  readonly credential: Readonly<Record<string, string>>;
  /** Creates a thing in that account. */
  create(kind: string, name: string, parent?: SandboxNode): SandboxNode;
  /** Does something to a thing in that account. */
  act(
    what: Parameters<Simulator['act']>[0]['do'],
    node: SandboxNode,
    more?: { name?: string; parent?: string },
  ): SandboxNode;
}

/** Every provider that the house has, so that a new one is tested by its folder alone. */
export const everyProvider = (await loadProviders()).providers;

/** The simulators of all providers behind one address. */
export interface TestVendors {
  readonly url: string;
  /** One vendor with one of its accounts: the one that begins empty unless told. */
  of(providerId: string, account?: string): TestVendor;
  /** Every vendor as at the start: the data of the seed, no faults, an empty log. */
  reset(): void;
}

type Size = 'agency' | 'company';

/** Starts the simulator of one provider without rate limit; it goes away with the test file. */
export async function aVendor(
  providerId: string,
  { size, account }: { readonly size?: Size; readonly account?: 'empty' | 'demo' } = {},
): Promise<TestVendor> {
  return (await allVendors(size)).of(providerId, account);
}

/** Starts the simulators of all providers without rate limits; they go away with the test file. */
export async function allVendors(size: Size = 'agency'): Promise<TestVendors> {
  const { loaded } = await loadSandboxes();
  const simulators = new Map(
    loaded.map(({ id, sandbox }) => [
      id,
      sandbox.start({ size, mount: `/${id}`, rateLimit: false }),
    ]),
  );
  const served = await serve(async (request) => {
    const id = new URL(request.url).pathname.split('/')[1] ?? '';
    return simulators.get(id)?.handle(request) ?? new Response(null, { status: 404 });
  });
  afterAll(async () => served.stop());
  return {
    url: served.url,
    of(providerId, account = 'empty') {
      const provider = everyProvider.find(({ id }) => id === providerId);
      const simulator = simulators.get(providerId);
      if (provider === undefined || simulator === undefined)
        throw new Error(`${providerId} has no sandbox`);
      return vendorOf(served.url, provider, simulator, account);
    },
    reset() {
      for (const simulator of simulators.values()) simulator.reset();
    },
  };
}

function vendorOf(
  url: string,
  provider: Provider,
  simulator: Simulator,
  accountKey: string,
): TestVendor {
  const { demo, empty, others } = simulator.accounts;
  const mine = [demo, empty, ...others].find(({ key }) => key === accountKey);
  if (mine === undefined) throw new Error(`${provider.id} has no account “${accountKey}”`);
  return {
    url,
    provider,
    simulator,
    accountKey,
    credential: mine.credential,
    create: (kind, name, parent) =>
      simulator.act({
        do: 'create',
        kind,
        name,
        account: accountKey,
        ...(parent && { parent: parent.id }),
      }),
    act: (what, node, more = {}) =>
      simulator.act({ do: what, kind: node.kind, id: node.id, account: accountKey, ...more }),
  };
}
