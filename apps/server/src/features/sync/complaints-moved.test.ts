import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { aBranch, tried } from '../../testing/branch.ts';
import { aLink, syncedAgain, taskOf, treeOf, type Link } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendor } from '../../testing/vendor.ts';
import { anAccount } from '../../testing/world.ts';

/** What people complain about in other products: what is moved while it is read is lost, or there twice. */

const vendors = await allVendors();
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(() => vendors.reset());

/** Lets something happen at the vendor as soon as it has given its n-th answer; whether it came to that. */
function afterAnswer({ simulator }: TestVendor, answer: number, happen: () => void) {
  const handle = simulator.handle.bind(simulator);
  let given = 0;
  simulator.handle = async (request) => {
    const response = await handle(request);
    given += 1;
    if (given === answer) happen();
    return response;
  };
  onTestFinished(() => {
    simulator.handle = handle;
  });
  return () => {
    simulator.handle = handle;
    return given >= answer;
  };
}

interface Way {
  readonly kind: string;
  /** Whether the branches hang on one thing at the top, as where nothing can leave it. */
  readonly together: boolean;
  readonly direction: string;
}

/** Three branches, and in one of them something that people want to move into another. */
function plant(vendor: TestVendor, { kind, together, direction }: Way) {
  vendor.simulator.reset();
  const top = together ? vendor.create(vendor.provider.levels[0]?.kind ?? '', 'Top') : undefined;
  const branches = ['Anna', 'Berta', 'Carla'].map((name) => aBranch(vendor, name, top));
  const [from, to] = direction === 'forth' ? branches : branches.toReversed();
  const node = from?.nodes.find((one) => one.kind === kind);
  const above = to?.nodes[to.nodes.findIndex((one) => one.kind === kind) - 1];
  return node === undefined || above === undefined ? null : { node, above };
}

function canMove(vendor: TestVendor, way: Way): boolean {
  const move = plant(vendor, way);
  return move !== null && tried(vendor, 'move', move.node, { parent: move.above.id });
}

/** The lines of the tree in which a thing stands, archived or not. */
async function linesOf({ account }: Link, node: SandboxNode): Promise<string[]> {
  return (await treeOf(account)).filter((line) => line.includes(`› ${node.name}`));
}

const ways = everyProvider.flatMap(({ id, levels }) =>
  levels
    .flatMap(({ kind }) => [true, false].map((together) => ({ id, kind, together })))
    .flatMap((way) => ['forth', 'back'].map((direction) => ({ ...way, direction })))
    .filter((way) => canMove(vendors.of(id), way)),
);

it('there is something to move at every vendor', () => {
  expect(new Set(ways.map(({ id }) => id))).toEqual(new Set(everyProvider.map(({ id }) => id)));
});

describe.each(ways)('$id: a $kind moves $direction while it is read, together $together', (way) => {
  it('is neither lost nor doubled, after whichever answer it is moved', async () => {
    const vendor = vendors.of(way.id);
    for (let answer = 1, reached = true; reached; answer += 1) {
      const move = plant(vendor, way);
      if (move === null) throw new Error('nothing to move');
      const { node, above } = move;
      const link = await aLink(await anAccount(server), vendor);
      const task = await taskOf(link, node);
      const wasReached = afterAnswer(vendor, answer, () =>
        vendor.act('move', node, { parent: above.id }),
      );
      const run = await syncedAgain(link);
      reached = wasReached();
      expect([answer, run.counts]).toMatchObject([answer, { created: 0, archived: 0 }]);
      const lines = (await linesOf(link, node)).filter((line) => line.endsWith(node.name));
      expect([answer, lines.length]).toEqual([answer, 1]);
      await syncedAgain(link);
      expect(await taskOf(link, node)).toBe(task);
      if (!reached) continue;
      const [after, ...others] = await linesOf(link, node);
      expect([answer, after]).toEqual([answer, expect.stringContaining(`${above.name} › `)]);
      expect(others.every((line) => !line.endsWith(')'))).toBe(true);
    }
  });
});

const looksAgain = everyProvider.filter((provider) => provider.recheck !== undefined);

describe.each(looksAgain.map(({ id }) => ({ id })))('$id: what is not there any more', ({ id }) => {
  /** Two branches, of which one has lost its last thing since it was imported. */
  async function bereaved() {
    const vendor = vendors.of(id);
    const branches = ['Anna', 'Berta'].map((name) => aBranch(vendor, name));
    const link = await aLink(await anAccount(server), vendor);
    const [gone, ...others] = branches.map(({ leaf }) => leaf);
    if (gone === undefined) throw new Error('nothing was planted');
    vendor.act('delete', gone);
    vendor.simulator.requests.clear();
    const minimum = vendor.simulator.minimumRequests(vendor.accountKey);
    return { vendor, link, gone, projects: 1 + others.length, minimum };
  }

  it('is archived in the same run, for one more request a project, once', async () => {
    const { vendor, link, gone, projects, minimum } = await bereaved();
    const run = await syncedAgain(link);
    expect(run).toMatchObject({ state: 'done', counts: { archived: 1 } });
    expect(await linesOf(link, gone)).toEqual([
      expect.stringMatching(new RegExp(`› ${gone.name} \\(absent-at-vendor\\)$`)),
    ]);
    expect([run.requests, vendor.simulator.requests.count]).toEqual([
      minimum + projects,
      minimum + projects,
    ]);
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', requests: minimum });
  });

  it('stays as it is where that cannot be looked at, and the run says so', async () => {
    const { vendor, link, gone, minimum } = await bereaved();
    const before = await treeOf(link.account);
    afterAnswer(vendor, minimum, () => vendor.simulator.faults.set([{ kind: 'server-error' }]));
    const run = await syncedAgain(link);
    expect(run).toMatchObject({ state: 'partial', counts: { archived: 0, skipped: 1 } });
    expect(run.reason).toContain('Not everything could be read');
    expect(await treeOf(link.account)).toEqual(before);
    vendor.simulator.faults.set([]);
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', counts: { archived: 1 } });
    expect((await linesOf(link, gone)).length).toBe(1);
  });
});
