import { ok } from 'node:assert/strict';
import { itemKey } from '@timegrove/domain/provider.ts';
import type { Area, Item } from '@timegrove/domain/provider.ts';
import type { SandboxNode, Simulator } from '../sandbox/simulator.ts';
import type { PullTold } from './bench.ts';

/** The nodes that an importer must see: neither they nor anything above them is trashed. */
export function visibleNodes(simulator: Simulator, account = simulator.accounts.demo.key) {
  const visible: SandboxNode[] = [];
  const ids = new Set<string>();
  for (const node of simulator.tree(account)) {
    if (node.state === 'trashed' || (node.parent !== null && !ids.has(node.parent))) continue;
    ids.add(node.id);
    visible.push(node);
  }
  return visible;
}

/**
 * Holds a pull to its word: what it calls complete must hold every visible node of that area, and
 * nothing may be called complete and incomplete at once.
 */
export function assertHonest(told: PullTold, simulator: Simulator): void {
  const nodes = visibleNodes(simulator);
  for (const area of told.complete) {
    const missed = nodes.find(
      (node) => isIn(node, area) && !told.items.has(`${node.kind}:${node.id}`),
    );
    ok(
      missed === undefined,
      `called ${say(area)} complete without ${missed?.kind} “${missed?.name}”`,
    );
    const denied = told.incomplete.find((one) => say(one.area) === say(area));
    ok(denied === undefined, `called ${say(area)} both complete and incomplete`);
  }
}

/** Every item must lie in an area that was proved. */
export function assertProved(told: PullTold): void {
  const proved = new Set(told.complete.map(say));
  for (const item of told.items.values())
    ok(
      proved.has(say({ kind: item.kind, below: 'everywhere' })) ||
        proved.has(say({ kind: item.kind, below: item.parent })),
      `the area of ${itemKey(item)} was not called complete`,
    );
}

/** Every item's parent must be an item too. */
export function assertParentsKnown(items: ReadonlyMap<string, Item>): void {
  for (const item of items.values())
    ok(
      item.parent === null || items.has(itemKey(item.parent)),
      `the parent of ${itemKey(item)} never came`,
    );
}

function isIn(node: SandboxNode, area: Area): boolean {
  if (node.kind !== area.kind) return false;
  return area.below === 'everywhere' || (area.below?.remoteId ?? null) === node.parent;
}

function say({ kind, below }: Area): string {
  if (below === 'everywhere') return `${kind} everywhere`;
  return below === null ? `${kind} below the root` : `${kind} below ${itemKey(below)}`;
}
