import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, type Branch } from '../../testing/branch.ts';
import { aLink, changesOf, syncedAgain, treeOf, type Link } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { anAccount } from '../../testing/world.ts';

/** What people complain about in other products: pages that get lost, and what is lost with them. */

const cap: Fault = { kind: 'page-cap', rows: 100 };
const many = 251;

let vendors: TestVendors;
let server: TestServer;
beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(() => vendors.reset());

/** What a vendor gives all at once: its page knows no pages of these. */
const whole = new Set(['toggl workspace', 'toggl client']);

const levels = everyProvider.flatMap(({ id, levels: all }) =>
  all.map(({ kind }) => ({ id, kind, name: `${id}, many of ${kind}` })),
);

/** Many things of one kind in one place, the first of them with something on every level below. */
function crowd(vendor: TestVendor, kind: string): { branch: Branch; crowd: SandboxNode[] } {
  const branch = aBranch(vendor, 'First');
  const above = branch.nodes[branch.nodes.indexOf(branch.of(kind)) - 1];
  const others = Array.from({ length: many - 1 }, (_, index) =>
    vendor.create(kind, `Number ${index}`, above),
  );
  return { branch, crowd: [branch.of(kind), ...others] };
}

/** The paths, below the vendor's API, of which more than one page was asked for. */
function pagedPaths({ simulator }: TestVendor): Set<string> {
  const asked = simulator.requests.requests.map(({ path }) => new URL(path, 'http://vendor.test'));
  return new Set(
    asked.filter((url) => simulator.pageOf(url) === 3).map(({ pathname }) => pathname),
  );
}

async function freshTree(vendor: TestVendor): Promise<string[]> {
  const account = await anAccount(server);
  await aLink(account, vendor);
  return treeOf(account);
}

describe.each(levels)('251 items at a page size of 100: $name', ({ id, kind }) => {
  it('all arrive', async () => {
    const vendor = vendors.of(id);
    const { branch } = crowd(vendor, kind);
    vendor.simulator.faults.set([cap]);
    const { account, run } = await aLink(await anAccount(server), vendor);
    expect(run).toMatchObject({ state: 'done', reason: null });
    expect(pagedPaths(vendor).size).toBe(whole.has(`${id} ${kind}`) ? 0 : 1);
    const tree = await treeOf(account);
    expect(tree.filter((line) => / › Number \d+$/.test(line))).toHaveLength(many - 1);
    expect(tree.filter((line) => line.endsWith(` › ${branch.leaf.name}`))).toHaveLength(1);
  });
});

/** A level that comes in three pages while it is crowded, with an account that has imported it. */
async function crowdedLink(
  id: string,
  kind: string,
): Promise<{ link: Link; crowd: SandboxNode[] }> {
  const vendor = vendors.of(id);
  const { crowd: nodes } = crowd(vendor, kind);
  vendor.simulator.faults.set([cap]);
  return { link: await aLink(await anAccount(server), vendor), crowd: nodes };
}

const paged = levels.filter(({ id, kind }) => !whole.has(`${id} ${kind}`));

describe.each(paged)('page 2 of 3 answers 500: $name', ({ id, kind }) => {
  it('archives nothing, says that and why it is partial, and the next clean run repairs', async () => {
    const { link, crowd: nodes } = await crowdedLink(id, kind);
    const { vendor, account } = link;
    const [path = 'nowhere'] = pagedPaths(vendor);
    const before = await treeOf(account);
    const last = nodes.at(-1);
    if (last !== undefined) vendor.act('rename', last, { name: 'Renamed' });
    const above = vendor.simulator.tree(vendor.accountKey).find((one) => one.id === last?.parent);
    vendor.create(kind, 'Fresh', above);
    vendor.simulator.faults.set([cap, { kind: 'server-error', path, page: 2 }]);
    const partial = await syncedAgain(link);
    expect(partial).toMatchObject({ state: 'partial', counts: { archived: 0 } });
    expect(partial.reason).toMatch(
      new RegExp(`^Not everything could be read: ${vendor.provider.name} cannot be reached: .*500`),
    );
    const skipped = (await changesOf(link, partial.id)).filter((line) =>
      /^skipped \| Number \d+ \| not-read-completely$/.test(line),
    );
    expect(skipped.length).toBeGreaterThanOrEqual(many - 102);
    expect((await treeOf(account)).filter((line) => line.endsWith(')'))).toEqual([]);
    vendor.simulator.faults.set([cap]);
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', reason: null });
    const repaired = await treeOf(account);
    expect(repaired).toHaveLength(before.length + 1);
    expect(repaired).toEqual(await freshTree(vendor));
  });
});

const disturbances = paged.flatMap((level) =>
  (['move', 'reorder'] as const).map((kind) => ({ ...level, fault: kind })),
);

describe.each(disturbances)(
  'items change places between two pages ($fault): $name',
  ({ id, kind, fault }) => {
    it('none is lost and none is doubled', async () => {
      const { link } = await crowdedLink(id, kind);
      const { vendor, account } = link;
      const before = await treeOf(account);
      vendor.simulator.faults.set([cap, { kind: fault }]);
      const disturbed = await syncedAgain(link);
      expect(disturbed).toMatchObject({ state: 'partial', counts: { created: 0, archived: 0 } });
      expect(disturbed.reason).toContain('the list changed while it was being read');
      expect(await treeOf(account)).toEqual(before);
      vendor.simulator.faults.set([cap]);
      expect(await syncedAgain(link)).toMatchObject({ state: 'done', counts: { created: 0 } });
      expect(await treeOf(account)).toEqual(before);
    });

    it('a first import lacks some until the next run, and doubles none', async () => {
      const vendor = vendors.of(id);
      crowd(vendor, kind);
      vendor.simulator.faults.set([cap, { kind: fault }]);
      const link = await aLink(await anAccount(server), vendor);
      expect(link.run).toMatchObject({ state: 'partial' });
      const first = await treeOf(link.account);
      expect(new Set(first).size).toBe(first.length);
      vendor.simulator.faults.set([cap]);
      await syncedAgain(link);
      expect(await treeOf(link.account)).toEqual(await freshTree(vendor));
    });
  },
);
