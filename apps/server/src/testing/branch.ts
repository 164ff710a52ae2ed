import { SandboxRefusal, type Act } from '@timegrove/providers/kit/sandbox/act.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import type { TestVendor } from './vendor.ts';

/** One thing on each level at a vendor, each below the one before. */
export interface Branch {
  /** From the top down. */
  readonly nodes: readonly SandboxNode[];
  readonly top: SandboxNode;
  readonly leaf: SandboxNode;
  of(kind: string): SandboxNode;
}

/**
 * Creates one thing on each level, named after it: “Site project”, “Site list”, “Site task”.
 * @param below where it begins, instead of at the top
 */
export function aBranch(vendor: TestVendor, name: string, below?: SandboxNode): Branch {
  const kinds = vendor.provider.levels.map(({ kind }) => kind);
  const nodes: SandboxNode[] = [];
  for (const kind of kinds.slice(below === undefined ? 0 : kinds.indexOf(below.kind) + 1))
    nodes.push(vendor.create(kind, `${name} ${kind}`, nodes.at(-1) ?? below));
  const of = (kind: string | undefined): SandboxNode => {
    const node = nodes.find((one) => one.kind === kind);
    if (node === undefined) throw new Error(`the branch has no ${kind}`);
    return node;
  };
  return { nodes, top: of(nodes[0]?.kind), leaf: of(nodes.at(-1)?.kind), of };
}

/** Creates another thing of the same kind beside one of a branch. */
export function aSibling(
  vendor: TestVendor,
  branch: Branch,
  kind: string,
  name: string,
): SandboxNode {
  const at = branch.nodes.indexOf(branch.of(kind));
  return vendor.create(kind, name, branch.nodes[at - 1]);
}

/**
 * Moves a thing of a branch below a new sibling of what it lies in, and gives that; null where this
 * vendor's things of that kind cannot be moved.
 */
export function moved(
  vendor: TestVendor,
  branch: Branch,
  kind: string,
  name: string,
): SandboxNode | null {
  const above = branch.nodes[branch.nodes.indexOf(branch.of(kind)) - 1];
  if (above === undefined) return null;
  const there = aSibling(vendor, branch, above.kind, name);
  if (tried(vendor, 'move', branch.of(kind), { parent: there.id })) return there;
  vendor.act('delete', there);
  return null;
}

/** Does something to a thing; false, and nothing done, where this vendor has no such act. */
export function tried(
  vendor: TestVendor,
  what: Act['do'],
  node: SandboxNode,
  more: { name?: string; parent?: string } = {},
): boolean {
  try {
    vendor.act(what, node, more);
    return true;
  } catch (error) {
    if (error instanceof SandboxRefusal) return false;
    throw error;
  }
}
