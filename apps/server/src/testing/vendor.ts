import { loadSandboxes } from '@timegrove/providers/kit/load-sandboxes.ts';
import { serve } from '@timegrove/providers/kit/sandbox/serve.ts';
import type { SandboxNode, Simulator } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { afterAll } from 'vitest';

/** One simulated vendor behind real HTTP, with one of its accounts. */
export interface TestVendor {
  /** Where the sandbox is; the vendor's API is below `<url>/<provider id>`. */
  readonly url: string;
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

/** Starts the simulator of one provider without rate limit; it goes away with the test file. */
export async function aVendor(
  providerId: string,
  options: { readonly size?: 'agency' | 'company'; readonly account?: 'empty' | 'demo' } = {},
): Promise<TestVendor> {
  const { loaded } = await loadSandboxes();
  const folder = loaded.find(({ id }) => id === providerId);
  if (folder === undefined) throw new Error(`${providerId} has no sandbox`);
  const mount = `/${providerId}`;
  const simulator = folder.sandbox.start({
    size: options.size ?? 'agency',
    mount,
    rateLimit: false,
  });
  const served = await serve(async (request) => simulator.handle(request));
  afterAll(async () => served.stop());
  const mine = simulator.accounts[options.account ?? 'empty'];
  return {
    url: served.url,
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
