import { deepEqual, equal, ok } from 'node:assert/strict';
import { itemKey } from '@timegrove/domain/provider.ts';
import type { Container, Item } from '@timegrove/domain/provider.ts';
import type { SandboxNode } from '../sandbox/simulator.ts';
import { failuresOf, onBench, onSmallPages, spoilt } from './bench.ts';
import type { Bench, PullTold } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { assertHonest, assertParentsKnown, assertProved, visibleNodes } from './proof.ts';

/** What a provider must read when nothing goes wrong. */
export const readingCases: readonly ConformanceCase[] = [
  {
    name: 'lists what can be selected, and only that',
    run: (subject) => onBench(subject, assertContainers),
  },
  {
    name: 'reads everything the credential can see, with its names, places and states',
    run: (subject) => onBench(subject, async (bench) => assertSame(await bench.pull(), bench)),
  },
  {
    name: 'proves every level complete, knows every parent and sends nothing twice',
    run: (subject) =>
      onBench(subject, async (bench) => {
        const told = await bench.pull();
        for (const { kind } of bench.provider.levels)
          ok(
            told.complete.some((area) => area.kind === kind),
            `nothing proves the level ${kind}`,
          );
        assertProved(told);
        assertHonest(told, bench.simulator);
        assertParentsKnown(told.items);
        deepEqual(told.doubles, []);
      }),
  },
  {
    name: 'reads with the fewest requests that the pages of the vendor allow',
    run: (subject) =>
      onBench(subject, async ({ pull, simulator }) => {
        const told = await pull();
        equal(told.requests, simulator.minimumRequests(simulator.accounts.demo.key));
      }),
  },
  {
    name: 'reads all of it when the vendor gives small pages',
    run: (subject) =>
      onSmallPages(subject, async (bench) => {
        spoilt(bench);
        assertSame(await bench.pull(), bench);
      }),
  },
  {
    name: 'is content with an account without anything in it',
    run: (subject) =>
      onBench(subject, async ({ pull, provider, simulator, stored, tools }) => {
        const account = simulator.accounts.empty;
        const told = await pull({ account });
        deepEqual(failuresOf(told), []);
        const lowest = provider.levels.at(-1)?.kind;
        deepEqual(
          [...told.items.values()].filter((item) => item.kind === lowest),
          [],
        );
        await provider.containers(tools(), stored(account));
      }),
  },
  {
    name: 'tells the same twice',
    run: (subject) =>
      onBench(subject, async ({ pull }) => deepEqual((await pull()).items, (await pull()).items)),
  },
  {
    name: 'does not mind fields it does not know',
    run: (subject) =>
      onBench(subject, async (bench) => {
        spoilt(bench, { kind: 'unknown-field' });
        assertSame(await bench.pull(), bench);
      }),
  },
  {
    name: 'lists the people that members are matched with, if it matches any',
    run: (subject) => onBench(subject, assertPeople),
  },
  {
    name: 'reads whole what is ticked, for no more requests than everything takes',
    run: (subject) => onBench(subject, assertTicked),
  },
];

/** The items must be the visible nodes, one for one. */
function assertSame(told: PullTold, { simulator }: Bench): void {
  deepEqual(failuresOf(told), []);
  const items = [...told.items.values()].filter((item) => item.state !== 'deleted').map(saySeen);
  deepEqual(items.sort(), visibleNodes(simulator).map(sayThere).sort());
}

function saySeen({ kind, remoteId, parent, name, state }: Item): string {
  return JSON.stringify([kind, remoteId, parent?.remoteId ?? null, name, state]);
}

function sayThere({ kind, id, parent, name, state }: SandboxNode): string {
  return JSON.stringify([kind, id, parent, name, state]);
}

async function assertContainers({ provider, simulator, stored, tools }: Bench): Promise<void> {
  const found = await provider.containers(tools(), stored(simulator.accounts.demo));
  const seen = found.filter((container) => container.state !== 'deleted');
  const there = visibleNodes(simulator).filter((node) => node.kind === provider.selects);
  deepEqual(
    seen.map((one) => sayContainer(one, one.remoteId)).sort(),
    there.map((one) => sayContainer(one, one.id)).sort(),
  );
}

function sayContainer({ kind, name, state }: Container | SandboxNode, id: string): string {
  return JSON.stringify([kind, id, name, state]);
}

async function assertPeople({ provider, simulator, stored, tools }: Bench): Promise<void> {
  const credential = stored(simulator.accounts.demo);
  const containers = await provider.containers(tools(), credential);
  const people = (await provider.people?.(tools(), credential, containers)) ?? [];
  equal(
    new Set(people.map((person) => person.remoteId)).size,
    people.length,
    'somebody is doubled',
  );
  const nodes = new Set(
    visibleNodes(simulator).map(({ kind, id }) => itemKey({ kind, remoteId: id })),
  );
  for (const { email, containers } of people) {
    ok(email.includes('@'), 'somebody has no e-mail address');
    ok(
      containers.every((container) => nodes.has(itemKey(container))),
      `${email} is nowhere`,
    );
  }
}

async function assertTicked({ provider, simulator, pull }: Bench): Promise<void> {
  const nodes = visibleNodes(simulator);
  const ticked = nodes.find((node) => node.kind === provider.selects && node.state === 'active');
  if (ticked === undefined) return;
  const told = await pull({ selection: { mode: 'ticked', ids: [ticked.id] } });
  deepEqual(failuresOf(told), []);
  assertHonest(told, simulator);
  assertProved(told);
  ok(told.requests <= simulator.minimumRequests(simulator.accounts.demo.key));
  const below = new Set([ticked.id]);
  for (const node of nodes) {
    if (node.parent !== null && below.has(node.parent)) below.add(node.id);
    if (below.has(node.id)) ok(told.items.has(`${node.kind}:${node.id}`), `missed ${node.name}`);
  }
}
