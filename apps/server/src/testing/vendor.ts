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

interface VendorOptions {
  readonly size?: 'agency' | 'company';
  readonly account?: 'empty' | 'demo';
}

/** Every provider that the house has, so that a new one is tested by its folder alone. */
export const everyProvider = (await loadProviders()).providers;

/** Starts the simulator of one provider without rate limit; it goes away with the test file. */
export async function aVendor(
  providerId: string,
  options: VendorOptions = {},
): Promise<TestVendor> {
  return (await allVendors(options)).of(providerId);
}

/** The simulators of all providers behind one address. */
export interface TestVendors {
  readonly url: string;
  of(providerId: string): TestVendor;
  /** Every vendor as at the start: the data of the seed, no faults, an empty log. */
  reset(): void;
}

/** Starts the simulators of all providers without rate limits; they go away with the test file. */
export async function allVendors({
  size = 'agency',
  account = 'empty',
}: VendorOptions = {}): Promise<TestVendors> {
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
  const vendors = new Map(
    everyProvider.flatMap((provider) => {
      const simulator = simulators.get(provider.id);
      return simulator === undefined
        ? []
        : [[provider.id, vendorOf({ url: served.url, provider, simulator, account })] as const];
    }),
  );
  return {
    url: served.url,
    of(providerId) {
      const vendor = vendors.get(providerId);
      if (vendor === undefined) throw new Error(`${providerId} has no sandbox`);
      return vendor;
    },
    reset() {
      for (const simulator of simulators.values()) simulator.reset();
    },
  };
}

function vendorOf({
  url,
  provider,
  simulator,
  account,
}: Pick<TestVendor, 'url' | 'provider' | 'simulator'> & { account: 'empty' | 'demo' }): TestVendor {
  const mine = simulator.accounts[account];
  return {
    url,
    provider,
    simulator,
    accountKey: mine.key,
    credential: mine.credential,
    create: (kind, name, parent) =>
      simulator.act({
        do: 'create',
        kind,
        name,
        account: mine.key,
        ...(parent && { parent: parent.id }),
      }),
    act: (what, node, more = {}) =>
      simulator.act({ do: what, kind: node.kind, id: node.id, account: mine.key, ...more }),
  };
}
