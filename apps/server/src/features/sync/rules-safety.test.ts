import { previewSelection, saveSelection } from '@timegrove/contract/integrations.ts';
import { approveRun, listChanges, readRun } from '@timegrove/contract/runs.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, aSibling, type Branch } from '../../testing/branch.ts';
import {
  aLink,
  anEnabled,
  carryOutRuns,
  changesOf,
  imported,
  syncedAgain,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;

beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
});

function ticked(...nodes: readonly SandboxNode[]): Selection {
  return { mode: 'ticked', ids: nodes.map(({ id }) => id) };
}

/** The lines of a tree that are archived. */
async function archivedLines(): Promise<string[]> {
  return (await treeOf(account)).filter((line) => line.endsWith(')'));
}

/** Adds many tasks beside the one of a branch. */
function manyBeside(vendor: TestVendor, branch: Branch, count: number): void {
  for (let index = 0; index < count; index += 1)
    aSibling(vendor, branch, branch.leaf.kind, `Many ${index}`);
}

describe.each(everyProvider)('rule 11 with $name', ({ id, name }) => {
  it('what could not be read is left alone, the rest follows, the next run repairs', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('rename', branch.top, { name: 'Renamed' });
    vendor.act('delete', branch.leaf);
    aSibling(vendor, branch, branch.leaf.kind, 'Made meanwhile');
    // On every vendor the lowest level is read at an address that ends so.
    vendor.simulator.faults.set([{ kind: 'server-error', path: '/tasks' }]);
    const partial = await syncedAgain(link);
    expect(partial).toMatchObject({
      state: 'partial',
      reason: expect.stringMatching(
        new RegExp(`^Not everything could be read: ${name} cannot be reached`),
      ),
      counts: { renamed: 1, created: 0, archived: 0, skipped: 1 },
    });
    expect(partial.pages).toBeGreaterThan(0);
    expect(partial.pages).toBeLessThan(partial.requests);
    expect(await changesOf(link, partial.id)).toContain(
      `skipped | Site ${branch.leaf.kind} | not-read-completely`,
    );
    expect(await archivedLines()).toEqual([]);
    vendor.simulator.faults.set([]);
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', counts: { created: 1 } });
  });

  const faults: readonly (readonly [string, Fault])[] = [
    ['answers with a web page', { kind: 'html' }],
    ['cuts its answers off', { kind: 'cut-off' }],
    ['has a server error', { kind: 'server-error' }],
    ['leaves a needed field out', { kind: 'missing-field', field: 'id' }],
  ];

  it.each(faults)('changes nothing when the vendor %s', async (_what, fault) => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    aBranch(vendor, 'Shop');
    const link = await aLink(account, vendor);
    const before = await treeOf(account);
    vendor.act('delete', branch.top);
    const run = await failing(link, fault);
    expect(run.state).toBe('failed');
    expect(run.reason).toMatch(
      new RegExp(`^${name} (cannot be reached|answered in an unknown form)`),
    );
    expect(await treeOf(account)).toEqual(before);
  });

  it('an absence that was read completely archives, where the table says so', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('delete', branch.leaf);
    expect(await syncedAgain(link)).toMatchObject({ state: 'done' });
    // A task that is gone at MeisterTask stays active; at Planner and Toggl it goes.
    expect(await archivedLines()).toHaveLength(id === 'meistertask' ? 0 : 1);
  });
});

/** A run that meets a fault; where Save asks the vendor first, the fault comes just after that. */
async function failing(link: Link, fault: Fault) {
  const { vendor, id } = link;
  const { ask } = account.administrator;
  if (vendor.provider.schedule === 'hourly') {
    vendor.simulator.faults.set([fault]);
    return syncedAgain(link);
  }
  const body = { selection: { mode: 'all' as const } };
  const { id: runId } = await ask(saveSelection, { params: { integrationId: id }, body });
  vendor.simulator.faults.set([fault]);
  await carryOutRuns(server);
  return ask(readRun, { params: { runId } });
}

describe.each(everyProvider)('rule 12 with $name', ({ id, selects }) => {
  /** A branch of more than thirty tasks whose project goes away. */
  async function massChange() {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    manyBeside(vendor, branch, 30);
    const link = await aLink(account, vendor);
    vendor.act('archive', branch.of('project'));
    return { vendor, branch, link, held: await syncedAgain(link) };
  }

  it('a mass change is held with its plan, and made after an administrator said yes', async () => {
    const { link, held } = await massChange();
    // The project, its list where it has one, and 31 tasks.
    const size = id === 'toggl' ? 32 : 33;
    expect(held).toMatchObject({
      state: 'held',
      counts: { archived: size },
      reason: expect.stringContaining(`${size} tasks`),
    });
    expect(await archivedLines()).toEqual([]);
    expect(await changesOf(link, held.id)).toContain(
      'archived | Site project | archived-at-vendor',
    );
    const params = { runId: held.id };
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(supervisor.ask(approveRun, { params }))).toMatchObject({
      code: 'right-needed',
    });
    const { id: runId } = await account.administrator.ask(approveRun, { params });
    await carryOutRuns(server);
    expect(await account.administrator.ask(readRun, { params: { runId } })).toMatchObject({
      state: 'done',
      trigger: 'approval',
      counts: { archived: size },
    });
    expect(await archivedLines()).toHaveLength(size);
  });

  it('stays held over the runs that follow, and goes away when the next one no longer wants it', async () => {
    const { vendor, branch, link } = await massChange();
    expect((await syncedAgain(link)).state).toBe('held');
    expect(await archivedLines()).toEqual([]);
    vendor.act('restore', branch.of('project'));
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', counts: { archived: 0 } });
    expect(await archivedLines()).toEqual([]);
  });

  it('what is less than a third, or at most twenty, is not held', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    manyBeside(vendor, branch, 17);
    const link = await aLink(account, vendor);
    vendor.act('archive', branch.of('project'));
    const size = id === 'toggl' ? 19 : 20;
    expect(await syncedAgain(link)).toMatchObject({ state: 'done', counts: { archived: size } });
  });

  it.runIf(selects)('a deselection by hand is not held', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    manyBeside(vendor, branch, 30);
    const other = aBranch(vendor, 'Shop');
    const link = await aLink(account, vendor);
    const run = await imported(account, link.id, ticked(other.top));
    expect(run.state).toBe('done');
    expect((await archivedLines()).length).toBeGreaterThan(30);
  });
});

async function preview(integrationId: Link['id'], selection: Selection) {
  const { ask } = account.administrator;
  const { id: runId } = await ask(previewSelection, {
    params: { integrationId },
    body: {
      selection: selection.mode === 'all' ? selection : { mode: 'ticked', ids: [...selection.ids] },
    },
  });
  await carryOutRuns(server);
  return ask(readRun, { params: { runId } });
}

describe.each(everyProvider.filter(({ selects }) => selects !== null))(
  'rule 13 with $name',
  ({ id, levels }) => {
    it('before the first import: what will come, in numbers and as a tree; nothing is applied', async () => {
      const vendor = vendors.of(id);
      const [site] = [aBranch(vendor, 'Site'), aBranch(vendor, 'Shop')];
      const integrationId = await anEnabled(account, vendor);
      const run = await preview(integrationId, ticked(site.top));
      expect(run).toMatchObject({ state: 'previewed', counts: { created: levels.length } });
      const { changes } = await account.administrator.ask(listChanges, {
        params: { runId: run.id },
      });
      const made = changes.filter(({ action }) => action === 'created');
      expect(made.map(({ path, name }) => [...path, name].join(' › '))).toEqual(
        levels.map((_level, at) =>
          [vendor.provider.rootName, ...site.nodes.slice(0, at + 1).map((node) => node.name)].join(
            ' › ',
          ),
        ),
      );
      expect(changes.filter(({ reason }) => reason === 'not-selected')).toMatchObject(
        vendor.simulator
          .tree(vendor.accountKey)
          .filter(({ kind, id: remoteId }) => kind === site.top.kind && remoteId !== site.top.id)
          .map(() => ({ action: 'skipped', kind: site.top.kind })),
      );
      expect(await treeOf(account)).toEqual([]);
    });

    it('before a changed selection is saved: what will come and go; nothing is applied', async () => {
      const vendor = vendors.of(id);
      const [site, shop] = [aBranch(vendor, 'Site'), aBranch(vendor, 'Shop')];
      const link = await aLink(account, vendor, ticked(site.top));
      const before = await treeOf(account);
      const run = await preview(link.id, ticked(shop.top));
      expect(run).toMatchObject({
        state: 'previewed',
        counts: { created: levels.length, archived: levels.length },
      });
      expect(await changesOf(link, run.id)).toContain(
        `archived | Site ${site.top.kind} | not-selected`,
      );
      expect(await treeOf(account)).toEqual(before);
      const saved = await imported(account, link.id, ticked(shop.top));
      expect(saved.counts).toMatchObject({ created: levels.length, archived: levels.length });
    });
  },
);
