import type { Act } from '@timegrove/providers/kit/sandbox/act.ts';
import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import { z } from 'zod';

const node = z.object({
  kind: z.string(),
  id: z.string(),
  parent: z.string().nullable(),
  name: z.string(),
  state: z.string(),
});
/** A thing at the simulated vendor. */
export type SandboxNode = z.output<typeof node>;

const account = z.object({ credential: z.record(z.string(), z.string()) });
const accounts = z.object({ demo: account, empty: account, revoked: account });

/** What signs in at a vendor, by the keys of its fields. */
type Credential = z.output<typeof account>['credential'];

/** A simulated vendor, worked on as its people would. */
export interface Vendor {
  credentials(): Promise<Readonly<Record<'demo' | 'empty' | 'revoked', Credential>>>;
  /** Everything there is, parents before children. */
  tree(): Promise<readonly SandboxNode[]>;
  /** Does what a person does there, and gives the thing it was done to. */
  act(act: Act): Promise<SandboxNode>;
  /** Switches exactly these faults on. */
  faults(faults: readonly Fault[]): Promise<void>;
}

/** One of the vendors of a sandbox. */
export function vendorAt(sandboxUrl: string, id: string): Vendor {
  const control = `${sandboxUrl}/${id}/_sandbox`;
  return {
    async credentials() {
      const { demo, empty, revoked } = accounts.parse(await ask(`${control}/accounts`));
      return { demo: demo.credential, empty: empty.credential, revoked: revoked.credential };
    },
    tree: async () => z.array(node).parse(await ask(`${control}/tree`)),
    act: async (act) => node.parse(await ask(`${control}/act`, act)),
    faults: async (faults) => {
      await ask(`${control}/faults`, { faults });
    },
  };
}

/** The simulated MeisterTask. */
export interface MeisterTask extends Vendor {
  tokens(): Promise<Readonly<Record<'demo' | 'empty' | 'revoked', string>>>;
  /** Adds a task through the vendor's own API, which takes names of any length. */
  addTask(listId: string, name: string): Promise<void>;
}

/** The simulated MeisterTask of a sandbox. */
export function meisterTask(sandboxUrl: string): MeisterTask {
  const vendor = vendorAt(sandboxUrl, 'meistertask');
  const tokens = async () => {
    const { demo, empty, revoked } = await vendor.credentials();
    return { demo: tokenOf(demo), empty: tokenOf(empty), revoked: tokenOf(revoked) };
  };
  return {
    ...vendor,
    tokens,
    async addTask(listId, name) {
      const { demo } = await tokens();
      const address = `${sandboxUrl}/meistertask/api/sections/${listId}/tasks`;
      await ask(address, { name }, { authorization: `Bearer ${demo}` });
    },
  };
}

function tokenOf({ token = '' }: Credential): string {
  return token;
}

async function ask(
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const reply = await fetch(url, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  });
  if (!reply.ok) throw new Error(`the sandbox answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
}
