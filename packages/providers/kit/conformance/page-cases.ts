import { deepEqual, match } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { itemKey } from '@timegrove/domain/provider.ts';
import type { Item } from '@timegrove/domain/provider.ts';
import { parseHTML } from 'linkedom';
import type { PageExample } from '../page-example.ts';
import type { Spot, VendorPage } from '../page.ts';
import { onBench } from './bench.ts';
import type { ConformanceCase } from './case.ts';

/** What the browser plugin needs to know of the vendor's pages, where the folder has a `page.ts`. */
export const pageCases: readonly ConformanceCase[] = [
  {
    name: 'names whole sites over https as its pages, if it knows any',
    run: onPages(async ({ page }) => {
      for (const one of page.matches) match(one, /^https:\/\/[\w.-]+\/\*$/);
    }),
  },
  {
    name: 'reads its pages without anything but the page',
    run: onPages(async (_, { folder }) => {
      deepEqual(foreignImports(join(folder, 'page.ts')), [], 'has no place in a page');
    }),
  },
  {
    name: 'finds every task on its own page, and nothing on the others',
    run: onPages(async ({ page, example }, subject) => {
      await onBench(subject, async (bench) => {
        const { items } = await bench.pull();
        const tasks = [...items.values()].filter(({ kind }) => kind === 'task');
        const lost = tasks.filter((task) => !finds(page, example, task, above(task, items)));
        deepEqual(lost.map(itemKey), [], 'are not found on their pages');
      });
      deepEqual(look(page, page.matches[0]?.replace('*', 'elsewhere') ?? '', ''), []);
    }),
  },
];

interface Pages {
  readonly page: VendorPage;
  readonly example: PageExample;
}

function onPages(
  examine: (pages: Pages, subject: Parameters<ConformanceCase['run']>[0]) => Promise<void>,
): ConformanceCase['run'] {
  return async (subject) => {
    if (!existsSync(join(subject.folder, 'page.ts'))) return;
    const load = async (name: string) => import(pathToFileURL(join(subject.folder, name)).href);
    const { page } = await load('page.ts');
    const { example } = await load('page-example.ts');
    await examine({ page, example }, subject);
  };
}

/** Whether the item's own page has one button that can only mean this item. */
function finds(
  page: VendorPage,
  example: PageExample,
  item: Item,
  above: readonly Item[],
): boolean {
  const { address, body } = example.show(item, above);
  return look(page, address, body.markup).some(
    (spot) => spot.place !== null && means(spot, item, above),
  );
}

function means({ item: name }: Spot, item: Item, above: readonly Item[]): boolean {
  const byName = above.map((one) => `${idOf(one)} ${item.name}`);
  return [idOf(item), item.url, ...byName].includes(name);
}

function look(page: VendorPage, address: string, body: string): readonly Spot[] {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  return page.look(document, new URL(address));
}

function idOf({ kind, remoteId }: Item): string {
  return `${kind}_${remoteId}`;
}

function above(item: Item, items: ReadonlyMap<string, Item>): readonly Item[] {
  const parent = item.parent === null ? undefined : items.get(itemKey(item.parent));
  return parent === undefined ? [] : [...above(parent, items), parent];
}

/** What a file imports that no page has, through all files that it imports itself. */
function foreignImports(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/^(?:import|export) (?!type)(?:[^;]*?from )?'([^']+)'/gm)];
  return imported.flatMap(([, what = '']) => {
    if (what.startsWith('@timegrove/domain/')) return [];
    return what.startsWith('.') ? foreignImports(join(dirname(file), what)) : [what];
  });
}
