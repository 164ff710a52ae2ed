import type { Item, ItemRef, Level, Provider, Pulled } from '@timegrove/domain/provider.ts';
import { makeSeed, type Seed } from '@timegrove/providers/kit/sandbox/seed.ts';

/** A vendor that is no more than a list of items, so that reading it costs nothing. */
export interface MemoryVendor {
  readonly provider: Provider;
  readonly items: readonly Item[];
  /** When, by `performance.now()`, the last item was handed over. */
  readonly pulledAt: () => number;
}

const pageSize = 500;
const keep = { archived: 'keep', deleted: 'keep', completed: 'keep', absent: 'keep' } as const;
const kinds = ['project', 'list', 'task'];

/** Makes a vendor with 100 000 active tasks in the lists of 400 projects. */
export function aMemoryVendor(): MemoryVendor {
  const items = itemsOf(makeSeed('stress'));
  let pulledAt = 0;
  async function* pull(): AsyncGenerator<Pulled, void, void> {
    for (let start = 0; start < items.length; start += pageSize) {
      yield { type: 'items', items: items.slice(start, start + pageSize) };
    }
    for (const kind of kinds) yield { type: 'complete', area: { kind, below: 'everywhere' } };
    pulledAt = performance.now();
  }
  return { provider: providerOf(pull), items, pulledAt: () => pulledAt };
}

function itemsOf(seed: Seed): Item[] {
  const items: Item[] = [];
  const add = (kind: string, parent: ItemRef | null, name: string): ItemRef => {
    const ref = { kind, remoteId: String(1_000_000 + items.length) };
    items.push({
      ...ref,
      parent,
      name,
      state: 'active',
      url: `https://vendor.test/${ref.remoteId}`,
    });
    return ref;
  };
  for (const { name, client, lists } of seed.projects) {
    const project = add('project', null, client === null ? name : `${client}: ${name}`);
    for (const list of lists) {
      const ref = add('list', project, list.name);
      for (const task of list.tasks) add('task', ref, task.name);
    }
  }
  return items;
}

function providerOf(pull: Provider['pull']): Provider {
  return {
    id: 'memory',
    name: 'Memory',
    rootName: 'Memory',
    summary: '',
    help: { text: '', url: '' },
    baseUrl: 'http://localhost',
    icon: 'icon.svg',
    fields: [],
    levels: kinds.map((kind): Level => ({ kind, words: { one: kind, many: kind }, policy: keep })),
    selects: null,
    schedule: 'hourly',
    reenables: 'new-credential',
    assigns: { owner: 'root', members: 'none' },
    budget: { requests: 1000, seconds: 1, pauseSeconds: 1 },
    check: async () => ({ name: 'Memory', email: 'memory@example.test' }),
    containers: async () => [],
    pull,
  };
}
