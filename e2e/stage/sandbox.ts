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

const account = z.object({ label: z.string(), credential: z.object({ token: z.string() }) });
const accounts = z.object({ demo: account, empty: account, revoked: account });

/** The simulated MeisterTask, worked on as its people would. */
export interface MeisterTask {
  tokens(): Promise<Readonly<Record<'demo' | 'empty' | 'revoked', string>>>;
  /** Everything there is, parents before children. */
  tree(): Promise<readonly SandboxNode[]>;
  /** Does what a person does there, and gives the thing it was done to. */
  act(act: Act): Promise<SandboxNode>;
  /** Adds a task through the vendor's own API, which takes names of any length. */
  addTask(listId: string, name: string): Promise<void>;
  /** Switches exactly these faults on. */
  faults(faults: readonly Fault[]): Promise<void>;
}

/** The simulated MeisterTask of a sandbox. */
export function meisterTask(sandboxUrl: string): MeisterTask {
  const page = `${sandboxUrl}/meistertask/`;
  const control = `${page}_sandbox`;
  const tokens = async () => {
    const all = accounts.parse(await ask(`${control}/accounts`));
    return {
      demo: all.demo.credential.token,
      empty: all.empty.credential.token,
      revoked: all.revoked.credential.token,
    };
  };
  return {
    tokens,
    async addTask(listId, name) {
      const { demo: token } = await tokens();
      await ask(
        `${page}api/sections/${listId}/tasks`,
        { name },
        { authorization: `Bearer ${token}` },
      );
    },
    tree: async () => z.array(node).parse(await ask(`${control}/tree`)),
    act: async (act) => node.parse(await ask(`${control}/act`, act)),
    faults: async (faults) => {
      await ask(`${control}/faults`, { faults });
    },
  };
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
