import { listIntegrations, saveSelection } from '@timegrove/contract/integrations.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aClock } from '../../testing/clock.ts';
import {
  aLink,
  carryOutRuns,
  engineOf,
  integrationOf,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { sweep } from './sweep.ts';
import { makeVendorAccess } from './vendor-access.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;

beforeAll(async () => {
  vendors = await allVendors('company');
});

/** Each test its own server: a pause holds for all that use the credential in one process. */
beforeEach(async () => {
  vendors.reset();
  const clock = aClock();
  const access = makeVendorAccess({
    now: clock.now,
    vendorUrl: (id, path) => `${vendors.url}/${id}${path}`,
    unlimited: true,
    sleep: async () => {},
  });
  server = await aServer({ clock, house: { vendors: access } });
  account = await anAccount(server);
});

/** Starts a run as a person does, lets what is given happen, carries it out, and gives it. */
async function runOf({ id, vendor, account: { administrator } }: Link, meanwhile = () => {}) {
  server.clock.advance({ minutes: 1 });
  if (vendor.provider.schedule === 'on-save') {
    const selection = (await integrationOf({ account, id })).selection ?? { mode: 'all' };
    await administrator.ask(saveSelection, { params: { integrationId: id }, body: { selection } });
  } else await administrator.ask(forceSynchronization);
  meanwhile();
  await carryOutRuns(server);
  const { lastRun } = await integrationOf({ account, id });
  if (lastRun === null) throw new Error('there was no run');
  return lastRun;
}

const pages = (rows: number, size: number) => Math.max(1, Math.ceil(rows / size));

/** How many of a kind there are at the vendor, all or below one thing. */
function count(vendor: TestVendor, kind: string, below?: SandboxNode): number {
  const nodes = vendor.simulator.tree(vendor.accountKey);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isBelow = ({ parent }: SandboxNode): boolean =>
    below === undefined ||
    parent === below.id ||
    (parent !== null && isBelow(byId.get(parent) ?? below));
  return nodes.filter((node) => node.kind === kind && isBelow(node)).length;
}

/** How many requests the next run of everything sends, as the run says and as the vendor counted. */
async function spent(link: Link): Promise<readonly [number, number]> {
  const { requests } = link.vendor.simulator;
  const run = await runOf(link, () => requests.clear());
  return [run.requests, requests.count];
}

describe('rule 17: the fewest requests', () => {
  it('meistertask: the pages of projects, of sections and of tasks', async () => {
    const vendor = vendors.of('meistertask', 'demo');
    const link = await aLink(account, vendor);
    const [projects, sections, tasks] = ['project', 'list', 'task'].map((kind) =>
      count(vendor, kind),
    );
    expect(tasks).toBeGreaterThan(1000);
    const wanted = pages(projects ?? 0, 500) + pages(sections ?? 0, 500) + pages(tasks ?? 0, 500);
    expect(await spent(link)).toEqual([wanted, wanted]);
  });

  it('planner: the workspaces, the projects of each, and lists and tasks of every project', async () => {
    const vendor = vendors.of('planner', 'demo');
    const link = await aLink(account, vendor);
    const wanted = 1 + count(vendor, 'workspace') + 2 * count(vendor, 'project');
    expect(await spent(link)).toEqual([wanted, wanted]);
  });

  it('toggl: the workspaces; of each the clients, projects, tasks and people', async () => {
    const vendor = vendors.of('toggl', 'demo');
    const spaces = vendor.simulator
      .tree(vendor.accountKey)
      .filter(({ kind }) => kind === 'workspace');
    // Projects come without a total, so only a page that is not full is known to be the last.
    const of = (space: SandboxNode) =>
      1 +
      (Math.floor(count(vendor, 'project', space) / 200) + 1) +
      pages(count(vendor, 'task', space), 200) +
      1;
    const all = spaces.reduce((sum, space) => sum + of(space), 1);
    const link = await aLink(account, vendor);
    expect(await spent(link)).toEqual([all, all]);
    const [first] = spaces;
    if (first === undefined) throw new Error('there is no workspace');
    await account.administrator.ask(saveSelection, {
      params: { integrationId: link.id },
      body: { selection: { mode: 'ticked', ids: [first.id] } },
    });
    await carryOutRuns(server);
    expect(await spent(link)).toEqual([1 + of(first), 1 + of(first)]);
  });
});

describe.each(everyProvider)(
  'rule 17 with $name: a vendor that wants to be left alone',
  ({ id }) => {
    const limits: readonly Fault['kind'][] =
      id === 'toggl' ? ['rate-limited', 'quota'] : ['rate-limited'];

    it.each(limits)('%s: pauses until then, and says so', async (kind) => {
      const vendor = vendors.of(id);
      vendor.create(vendor.provider.levels[0]?.kind ?? '', 'Site');
      const link = await aLink(account, vendor);
      const before = await treeOf(account);
      const { requests, faults } = vendor.simulator;
      const limit = () => {
        requests.clear();
        if (kind === 'rate-limited' || kind === 'quota') faults.set([{ kind }]);
      };
      const run = await runOf(link, limit);
      expect(run).toMatchObject({
        state: 'failed',
        reason: expect.stringContaining('asks to wait'),
      });
      expect(requests.count).toBe(1);
      const paused = await integrationOf(link);
      expect(paused.state).toBe('active');
      const until = new Date(paused.pause?.until ?? '');
      expect(until.getTime()).toBeGreaterThan(server.clock.now().getTime());
      expect(paused.nextRunAt).toBe(until.toISOString());
      expect(paused.quota?.left).toBe(0);
      expect(await treeOf(account)).toEqual(before);

      // Before then nobody asks: no sweep, no Force synchronization, and not by looking.
      server.clock.set(new Date(until.getTime() - 1000).toISOString());
      requests.clear();
      expect(await sweep(engineOf(server))).toEqual([]);
      await (await aMember(account)).ask(forceSynchronization);
      await carryOutRuns(server);
      expect((await account.administrator.ask(listIntegrations)).integrations).toHaveLength(1);
      expect(requests.count).toBe(0);

      faults.set([]);
      server.clock.advance({ seconds: 2 });
      const runs = await sweep(engineOf(server));
      expect(runs).toHaveLength(1);
      for (const one of runs) await executeRun(engineOf(server), one);
      expect(await integrationOf(link)).toMatchObject({ pause: null, lastRun: { state: 'done' } });
    });
  },
);

describe('rule 17: one budget for each credential', () => {
  // At Planner every sign-in is a credential of its own.
  it.each(['meistertask', 'toggl'])('%s: another account with it waits as well', async (id) => {
    const vendor = vendors.of(id);
    const link = await aLink(account, vendor);
    const other = await anAccount(server);
    const same = await aLink(other, vendor);
    const { requests, faults } = vendor.simulator;
    if (vendor.provider.schedule === 'on-save') {
      const save = {
        params: { integrationId: same.id },
        body: { selection: { mode: 'all' as const } },
      };
      await other.administrator.ask(saveSelection, save);
    }
    const waiting = server.jobs.takeRuns();
    await runOf(link, () => faults.set([{ kind: 'rate-limited' }]));
    faults.set([]);
    requests.clear();
    if (waiting.length === 0) {
      server.clock.advance({ seconds: 1 });
      await other.administrator.ask(forceSynchronization);
      waiting.push(...server.jobs.takeRuns());
    }
    expect(waiting).toHaveLength(1);
    for (const run of waiting) await executeRun(engineOf(server), run);
    expect(requests.count).toBe(0);
    expect(await integrationOf(same)).toMatchObject({
      lastRun: { state: 'failed', reason: expect.stringContaining('asks to wait') },
    });
  });
});

describe.each(everyProvider.filter(({ schedule }) => schedule === 'hourly'))(
  'rule 17 with $name: the hour',
  ({ id }) => {
    it('runs every hour by itself, and the runs of all accounts are spread over it', async () => {
      const vendor = vendors.of(id);
      const minutes = new Set<number>();
      for (let round = 0; round < 12; round += 1) {
        account = await anAccount(server);
        const link = await aLink(account, vendor);
        const { nextRunAt } = await integrationOf(link);
        const next = new Date(nextRunAt ?? '');
        const wait = next.getTime() - server.clock.now().getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1.5 * 3_600_000);
        minutes.add(next.getUTCMinutes());
      }
      expect(minutes.size).toBeGreaterThan(6);
      server.clock.advance({ hours: 2 });
      const runs = (await sweep(engineOf(server))).filter((run) => run.accountId === account.id);
      server.jobs.takeRuns();
      expect(runs).toHaveLength(1);
      for (const run of runs) {
        await executeRun(engineOf(server), run);
        expect(
          await account.administrator.ask(readRun, { params: { runId: run.runId } }),
        ).toMatchObject({ trigger: 'hourly', startedBy: null, state: 'done' });
      }
    });
  },
);
