import { equal, ok } from 'node:assert/strict';
import type { Item } from '@timegrove/domain/provider.ts';
import { SandboxRefusal } from '../sandbox/act.ts';
import type { Act } from '../sandbox/act.ts';
import type { SandboxNode } from '../sandbox/simulator.ts';
import { onBench } from './bench.ts';
import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { assertHonest, assertProved, visibleNodes } from './proof.ts';

type Expectation = (after: Item | undefined, before: SandboxNode) => void;

/** What a provider must tell after somebody changed things at the vendor. */
export const lifeCases: readonly ConformanceCase[] = [
  after('rename', (item) => equal(item?.name, 'Renamed <here>')),
  after('complete', (item) => equal(item?.state, 'completed')),
  after('archive', (item) => equal(item?.state, 'archived')),
  after('trash', (item) => ok(item === undefined || item.state === 'deleted', 'it is still there')),
  after('delete', (item) => equal(item, undefined)),
  after('move', (item, before) =>
    ok(item !== undefined && item.parent?.remoteId !== before.parent),
  ),
  {
    name: 'tells of something new',
    run: (subject) =>
      onBench(subject, async ({ provider, simulator, pull }) => {
        const kind = provider.levels.at(-1)?.kind ?? '';
        const sibling = visibleNodes(simulator).find((node) => node.kind === kind);
        const parent = sibling?.parent ?? '';
        const made = simulator.act({ do: 'create', kind, name: 'Brand new', parent });
        equal((await pull()).items.get(`${kind}:${made.id}`)?.name, 'Brand new');
      }),
  },
];

/** Does it to one active thing of every level; a vendor may not know it for some of them. */
function after(verb: Act['do'], expect: Expectation): ConformanceCase {
  return {
    name: `tells what became of things after: ${verb}`,
    run: (subject) =>
      onBench(subject, async (bench) => {
        let done = 0;
        for (const { kind } of bench.provider.levels) {
          const before = visibleNodes(bench.simulator).find((node) => isFree(bench, node, kind));
          if (before === undefined || !canAct(bench, verb, before)) continue;
          done += 1;
          const told = await bench.pull();
          assertHonest(told, bench.simulator);
          assertProved(told);
          expect(told.items.get(`${kind}:${before.id}`), before);
        }
        ok(done > 0, `the sandbox cannot ${verb} anything`);
      }),
  };
}

// Below something archived the vendor may not let anything be changed.
function isFree({ simulator }: Bench, node: SandboxNode, kind: string): boolean {
  if (node.kind !== kind || node.state !== 'active') return false;
  const nodes = new Map(simulator.tree(simulator.accounts.demo.key).map((one) => [one.id, one]));
  for (let at = node.parent; at !== null; at = nodes.get(at)?.parent ?? null)
    if (nodes.get(at)?.state !== 'active') return false;
  return true;
}

function canAct({ simulator }: Bench, verb: Act['do'], { kind, id, parent }: SandboxNode): boolean {
  const nodes = visibleNodes(simulator);
  const parentKind = nodes.find((node) => node.id === parent)?.kind;
  const elsewhere = nodes.find(
    (node) => node.kind === parentKind && node.id !== parent && node.state === 'active',
  );
  if (verb === 'move' && elsewhere === undefined) return false;
  try {
    simulator.act({ do: verb, kind, id, name: 'Renamed <here>', parent: elsewhere?.id });
    return true;
  } catch (error) {
    if (error instanceof SandboxRefusal) return false;
    throw error;
  }
}
