import { SandboxRefusal } from '../kit/sandbox/act.ts';
import type { Act } from '../kit/sandbox/act.ts';
import { makeSeed } from '../kit/sandbox/seed.ts';
import type { SandboxNode, SimulatorOptions } from '../kit/sandbox/simulator.ts';

/** The made-up data of the agency: projects with tasks directly below them. */
export function fill({ size, seed }: SimulatorOptions): readonly SandboxNode[] {
  const projects = makeSeed(size, seed).projects.map((made, at) => ({ made, id: `p${at}` }));
  const tasks = projects.flatMap(({ made, id }) =>
    made.lists.flatMap((list) => list.tasks.map((task) => ({ task, parent: id }))),
  );
  return [
    ...projects.map(({ made, id }) => node('project', id, null, made.name, made.archived)),
    ...tasks.map(({ task, parent }, at) => node('task', `t${at}`, parent, task.name)),
  ];
}

function node(kind: string, id: string, parent: string | null, name: string, archived = false) {
  return { kind, id, parent, name, state: archived ? 'archived' : 'active' } satisfies SandboxNode;
}

/** What the vendor still shows: nothing that is trashed, and nothing below it. */
export function listed(nodes: readonly SandboxNode[]): readonly SandboxNode[] {
  const gone = new Set(nodes.filter(({ state }) => state === 'trashed').map(({ id }) => id));
  return nodes.filter(({ id, parent }) => !gone.has(id) && !gone.has(parent ?? ''));
}

/** Does what a person does at the vendor; gives the changed data and the thing itself. */
export function act(nodes: readonly SandboxNode[], it: Act) {
  if (it.do === 'create') {
    const made = node(it.kind, `n${nodes.length}`, it.parent ?? null, it.name ?? '');
    return { nodes: [...nodes, made], node: made };
  }
  const before = nodes.find(({ kind, id }) => kind === it.kind && id === it.id);
  if (before === undefined) throw new SandboxRefusal('There is no such thing.');
  const after = changed(before, it);
  return {
    node: after,
    nodes:
      it.do === 'delete'
        ? nodes.filter(({ id, parent }) => id !== before.id && parent !== before.id)
        : nodes.map((one) => (one === before ? after : one)),
  };
}

const states = {
  complete: 'completed',
  reopen: 'active',
  archive: 'archived',
  trash: 'trashed',
  restore: 'active',
} as const;

function changed(before: SandboxNode, it: Act): SandboxNode {
  if (before.kind === 'project' && (it.do === 'complete' || it.do === 'move'))
    throw new SandboxRefusal(`A project cannot be made to ${it.do}.`);
  switch (it.do) {
    case 'rename':
      return { ...before, name: it.name ?? before.name };
    case 'move':
      return { ...before, parent: it.parent ?? before.parent };
    case 'create':
    case 'delete':
      return before;
    case 'complete':
    case 'reopen':
    case 'archive':
    case 'trash':
    case 'restore':
      return { ...before, state: states[it.do] };
  }
}
