import { newId } from '@timegrove/contract/new-id.ts';
import { taskWithPath } from '@timegrove/contract/tasks.ts';
import type { Item } from '@timegrove/domain/provider.ts';
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { z } from 'zod';
import { ask } from './ask.ts';
import type { SandboxNode, Vendor } from './sandbox.ts';
import type { PlacedItem } from './vendor-site.ts';

const integration = z.object({
  id: z.string(),
  state: z.string(),
  lastRun: z.object({ state: z.string() }).nullable(),
});

/** Enables a vendor in the name of the administrator in the window, and imports all there is. */
export async function importAll(page: Page, provider: string, vendor: Vendor): Promise<string> {
  const { demo } = await vendor.credentials();
  const body = { id: newId<'integration'>(), provider, credential: demo };
  const { id, state } = integration.parse(await ask(page, 'POST', '/api/integrations', body));
  if (state === 'choosing')
    await ask(page, 'PUT', `/api/integrations/${id}/selection`, { selection: { mode: 'all' } });
  await untilRead(page, id);
  return id;
}

/** Waits until the last run of an integration is done. */
async function untilRead(page: Page, id: string): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { lastRun } = integration.parse(await ask(page, 'GET', `/api/integrations/${id}`));
      return lastRun?.state === 'done';
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** Finds an item of the vendor by kind and name. */
export function nodeOf(tree: readonly SandboxNode[], kind: string, name: string): SandboxNode {
  const node = tree.find((one) => one.kind === kind && one.name === name);
  if (node === undefined) throw new Error(`${name} is not at the vendor`);
  return node;
}

/**
 * Puts an item with what is above it together: names and ids from the vendor, addresses from what
 * was imported. @returns also the id of its task
 */
export async function placed(
  page: Page,
  provider: string,
  tree: readonly SandboxNode[],
  node: SandboxNode,
): Promise<PlacedItem & { readonly taskId: string }> {
  const task = await taskOf(page, provider, node);
  const nodes = lineOf(tree, node);
  const tasks = task.path.slice(-nodes.length + 1);
  const above = await Promise.all(
    nodes.slice(0, -1).map(async (one, at) => {
      const { source } = taskWithPath.parse(await ask(page, 'GET', `/api/tasks/${tasks[at]?.id}`));
      return itemOf(one, source?.url ?? null);
    }),
  );
  return { item: itemOf(node, task.source?.url ?? null), above, taskId: task.id };
}

async function taskOf(page: Page, provider: string, { kind, name }: SandboxNode) {
  const query = new URLSearchParams({ q: name, for: 'see', limit: '100' });
  const { tasks } = z
    .object({ tasks: z.array(taskWithPath) })
    .parse(await ask(page, 'GET', `/api/tasks/search?${query}`));
  const [task, ...more] = tasks.filter(
    (one) => one.name === name && one.source?.provider === provider && one.source.kind === kind,
  );
  if (task === undefined || more.length > 0)
    throw new Error(`${tasks.length} tasks are found for ${name}, not one`);
  return task;
}

function lineOf(tree: readonly SandboxNode[], node: SandboxNode): readonly SandboxNode[] {
  const parent = tree.find(({ id }) => id === node.parent);
  return parent === undefined ? [node] : [...lineOf(tree, parent), node];
}

function itemOf({ kind, id, name }: SandboxNode, url: string | null): Item {
  return { kind, remoteId: id, parent: null, name, state: 'active', url };
}
