import { explainAbsence, explainTask } from '@timegrove/contract/explanations.ts';
import { saveSelection } from '@timegrove/contract/integrations.ts';
import { forceSynchronization, listRuns, readRun } from '@timegrove/contract/runs.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, aSibling } from '../../testing/branch.ts';
import {
  aLink,
  carryOutRuns,
  changesOf,
  engineOf,
  imported,
  integrationOf,
  syncedAgain,
  taskOf,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { sweep } from './sweep.ts';

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

async function absence(link: Link, searched: string): Promise<string[]> {
  const { sightings } = await account.administrator.ask(explainAbsence, {
    params: { integrationId: link.id },
    query: { name: searched },
  });
  return sightings.map(({ name: seen, verdict }) => `${seen}: ${verdict}`);
}

describe.each(everyProvider)('rule 14 with $name', ({ id, name, selects, schedule }) => {
  it('every run is recorded: who or what started it, how long, what it spent and did', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const away = aBranch(vendor, 'Away');
    await syncedAgain(link);
    vendor.act('rename', branch.leaf, { name: 'Renamed' });
    vendor.act('delete', away.of('project'));
    aSibling(vendor, branch, branch.leaf.kind, 'Made');
    const again = await syncedAgain(link);
    const there = vendor.simulator.tree(vendor.accountKey).length;
    expect(again).toMatchObject({
      provider: id,
      trigger: schedule === 'hourly' ? 'force' : 'save',
      startedBy: 'Robin',
      state: 'done',
      counts: { seen: there, created: 1, renamed: 1, moved: 0, restored: 0 },
    });
    expect(again.counts.archived).toBeGreaterThan(0);
    expect(again.requests).toBeGreaterThan(2);
    expect(again.pages).toBe(again.requests);
    expect(new Date(again.finishedAt ?? '').getTime()).toBeGreaterThanOrEqual(
      new Date(again.startedAt).getTime(),
    );
    const changes = await changesOf(link, again.id);
    expect(changes).toEqual(
      expect.arrayContaining([
        `renamed | Renamed | Site ${branch.leaf.kind} | Renamed`,
        'archived | Away project | absent-at-vendor',
        'created | Made',
      ]),
    );
    const { runs } = await account.administrator.ask(listRuns, {
      params: { integrationId: link.id },
    });
    expect(runs.map(({ trigger }) => trigger)).toEqual([again.trigger, again.trigger, 'enable']);
  });

  it('why is it here: the item, the owner, the run that made it, the last change', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('rename', branch.leaf, { name: 'Renamed' });
    await syncedAgain(link);
    const params = { taskId: await taskOf(link, branch.leaf) };
    expect(await account.administrator.ask(explainTask, { params })).toMatchObject({
      provider: id,
      item: { kind: branch.leaf.kind, remoteId: branch.leaf.id },
      owner: 'Robin',
      linked: true,
      selection: selects === null ? null : 'all',
      madeBy: { runId: link.run.id, trigger: 'enable' },
      archived: null,
      lastChange: { action: 'renamed', before: `Site ${branch.leaf.kind}`, after: 'Renamed' },
    });
  });

  it('why is it not here: archived at the vendor when it was first seen, or since', async () => {
    const vendor = vendors.of(id);
    const [site, shop] = [aBranch(vendor, 'Site'), aBranch(vendor, 'Shop')];
    vendor.act('archive', site.of('project'));
    const link = await aLink(account, vendor);
    expect(await absence(link, 'Site project')).toEqual(['Site project: archived']);
    vendor.act('archive', shop.of('project'));
    await syncedAgain(link);
    expect(await absence(link, 'Shop project')).toEqual(['Shop project: archived-at-vendor']);
    expect(await absence(link, shop.leaf.name)).toEqual([`${shop.leaf.name}: with-parent`]);
  });

  it('why is it not here: the owner’s credential does not see it, or it is below what is left out', async () => {
    const vendor = vendors.of(id);
    aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    expect(await absence(link, 'Works council')).toEqual([]);
    expect(await absence(link, 'Site')).toHaveLength(vendor.provider.levels.length);
  });

  it('why is it not here: it could not be read this time', async () => {
    const vendor = vendors.of(id);
    aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.simulator.faults.set([{ kind: 'server-error', path: '/tasks' }]);
    await syncedAgain(link);
    const { lastRead } = await account.administrator.ask(explainAbsence, {
      params: { integrationId: link.id },
      query: { name: 'Made meanwhile' },
    });
    expect(lastRead).toMatchObject({
      state: 'partial',
      reason: expect.stringMatching(new RegExp(`^Not everything could be read: ${name}`)),
    });
  });

  it.runIf(selects)('why is it not here: not selected', async () => {
    const vendor = vendors.of(id);
    const [site, shop] = [aBranch(vendor, 'Site'), aBranch(vendor, 'Shop')];
    const link = await aLink(account, vendor, ticked(site.top));
    expect(await absence(link, shop.top.name)).toEqual([`${shop.top.name}: not-selected`]);
    const { notSelected } = await account.administrator.ask(explainAbsence, {
      params: { integrationId: link.id },
      query: { name: shop.leaf.name },
    });
    expect(notSelected).toContain(shop.top.name);
  });
});

describe('rule 14: the vendor’s plan has no tasks', () => {
  it('toggl: is said of the run and asked for by name; what was known stays', async () => {
    const vendor = vendors.of('toggl');
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const before = await treeOf(account);
    vendor.simulator.happen('downgrade', vendor.accountKey);
    const run = await syncedAgain(link);
    expect(run).toMatchObject({
      state: 'done',
      reason: expect.stringContaining('has no tasks'),
      counts: { archived: 0 },
    });
    expect(await treeOf(account)).toEqual(before);
    expect(await changesOf(link, run.id)).toEqual([`skipped | ${branch.leaf.name} | no-feature`]);
  });

  it('toggl: an account that never had tasks imports its projects and says why there are none', async () => {
    const link = await aLink(account, vendors.of('toggl', 'free'));
    expect((await treeOf(account)).some((line) => line.endsWith('Poetry series'))).toBe(true);
    const { lastRead } = await account.administrator.ask(explainAbsence, {
      params: { integrationId: link.id },
      query: { name: 'Proofreading' },
    });
    expect(lastRead).toMatchObject({ reason: expect.stringContaining('has no tasks') });
  });
});

describe.each(everyProvider)('rule 15 with $name', ({ id, schedule, selects }) => {
  /** Whatever starts a run of this vendor by a person’s wish. */
  async function start(link: Link): Promise<string | undefined> {
    const { ask } = account.administrator;
    if (schedule === 'on-save') {
      const params = { integrationId: link.id };
      return (await ask(saveSelection, { params, body: { selection: { mode: 'all' } } })).id;
    }
    server.clock.advance({ minutes: 1 });
    return (await ask(forceSynchronization)).runs[0]?.id;
  }

  it('a second request joins the run under way and gets its id', async () => {
    const vendor = vendors.of(id);
    aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const first = await start(link);
    expect(await start(link)).toBe(first);
    expect((await integrationOf(link)).currentRun?.id).toBe(first);
    await carryOutRuns(server);
    expect((await integrationOf(link)).currentRun).toBeNull();
  });

  it('is carried out once, however many processes take it up', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    aSibling(vendor, branch, branch.leaf.kind, 'Made once');
    await start(link);
    const runs = server.jobs.takeRuns();
    expect(runs).toHaveLength(1);
    vendor.simulator.requests.clear();
    await Promise.all(
      [...runs, ...runs, ...runs].map(async (run) => executeRun(engineOf(server), run)),
    );
    const run = (await integrationOf(link)).lastRun;
    expect(run).toMatchObject({ state: 'done', counts: { created: 1 } });
    expect(vendor.simulator.requests.count).toBe(run?.requests);
    expect((await treeOf(account)).filter((line) => line.endsWith('Made once'))).toHaveLength(1);
  });

  it.runIf(selects)(
    'a selection that was changed during a run gets a run of its own after it',
    async () => {
      const vendor = vendors.of(id);
      const [site, shop] = [aBranch(vendor, 'Site'), aBranch(vendor, 'Shop')];
      const link = await aLink(account, vendor);
      const first = await start(link);
      const saved = await imported(account, link.id, ticked(shop.top));
      expect(saved.id).toBe(first);
      const { runs } = await account.administrator.ask(listRuns, {
        params: { integrationId: link.id },
      });
      expect(runs.map(({ trigger, state }) => [trigger, state])).toEqual([
        ['save', 'done'],
        [schedule === 'hourly' ? 'force' : 'save', 'done'],
        ['enable', 'done'],
      ]);
      const gone = (await archivedLines()).filter((line) => line.includes(site.top.name));
      expect(gone[0]).toContain('(not-selected)');
    },
  );
});

async function everything(): Promise<Link[]> {
  const links: Link[] = [];
  for (const { id } of everyProvider) links.push(await aLink(account, vendors.of(id)));
  server.clock.advance({ minutes: 2 });
  return links;
}

describe('rule 16: Force synchronization', () => {
  it('starts what syncs hourly, for every member, and nothing else', async () => {
    await everything();
    for (const role of ['user', 'supervisor', 'administrator'] as const) {
      const { ask } = await aMember(account, { role });
      const { runs } = await ask(forceSynchronization);
      expect(runs.map(({ provider, trigger }) => `${provider} by ${trigger}`).sort()).toEqual([
        'meistertask by force',
        'planner by force',
      ]);
      await carryOutRuns(server);
      for (const { id: runId } of runs)
        expect(await ask(readRun, { params: { runId } })).toMatchObject({ state: 'done' });
    }
  });

  it('a member can start at most one a minute; another member need not wait for that', async () => {
    await everything();
    const [kim, lee] = [await aMember(account), await aMember(account)];
    await kim.ask(forceSynchronization);
    server.clock.advance({ seconds: 20 });
    expect(await refusalOf(kim.ask(forceSynchronization))).toMatchObject({
      code: 'force-too-often',
      status: 429,
      details: { seconds: 40 },
    });
    await lee.ask(forceSynchronization);
    server.clock.advance({ seconds: 40 });
    await kim.ask(forceSynchronization);
    await carryOutRuns(server);
  });

  it('toggl is neither started by it nor by the hour', async () => {
    const links = await everything();
    const toggl = links.find(({ vendor }) => vendor.provider.id === 'toggl');
    if (toggl === undefined) throw new Error('toggl is not there');
    expect((await integrationOf(toggl)).nextRunAt).toBeNull();
    toggl.vendor.simulator.requests.clear();
    for (let hour = 0; hour < 5; hour += 1) {
      server.clock.advance({ hours: 1 });
      const started = (await sweep(engineOf(server))).filter((run) => run.accountId === account.id);
      for (const run of started) await executeRun(engineOf(server), run);
      await account.administrator.ask(forceSynchronization);
      await carryOutRuns(server);
    }
    expect(toggl.vendor.simulator.requests.count).toBe(0);
    expect((await integrationOf(toggl)).lastRun?.trigger).toBe('enable');
  });
});
