import type { SandboxNode } from './sandbox.ts';

/** The one thing of a kind and name at the simulated vendor, below another one where that is told. */
export function findNode(
  tree: readonly SandboxNode[],
  kind: string,
  name: string,
  below?: SandboxNode,
): SandboxNode {
  const found = tree.filter(
    (node) =>
      node.kind === kind && node.name === name && (below === undefined || node.parent === below.id),
  );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`the sandbox has ${found.length} of ${kind} “${name}”`);
  return only;
}

/** A thing at the simulated vendor and everything below it. */
export function branchOf(tree: readonly SandboxNode[], top: SandboxNode): readonly SandboxNode[] {
  return [
    top,
    ...tree.filter((node) => node.parent === top.id).flatMap((node) => branchOf(tree, node)),
  ];
}

/** What lives at the vendor: neither archived nor trashed, and in nothing that is. */
export function alive(tree: readonly SandboxNode[]): readonly SandboxNode[] {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const lives = ({ state, parent }: SandboxNode): boolean => {
    const above = parent === null ? undefined : byId.get(parent);
    return state !== 'archived' && state !== 'trashed' && (above === undefined || lives(above));
  };
  return tree.filter(lives);
}
