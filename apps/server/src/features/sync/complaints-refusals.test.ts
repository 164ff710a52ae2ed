import {
  listContainers,
  listPeople,
  previewSelection,
  reenableIntegration,
  saveSelection,
} from '@timegrove/contract/integrations.ts';
import { listMails } from '@timegrove/contract/members.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch } from '../../testing/branch.ts';
import { aClock, type TestClock } from '../../testing/clock.ts';
import {
  aLink,
  carryOutRuns,
  changesOf,
  engineOf,
  integrationOf,
  reenabled,
  syncedAgain,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import { aMember, anAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { sweep } from './sweep.ts';
import { makeVendorAccess } from './vendor-access.ts';

/** What people complain about in other products: being shut out, because somebody kept knocking. */

let vendors: TestVendors;
let server: TestServer;
let restarted: TestServer;
let clock: TestClock;

beforeAll(async () => {
  vendors = await allVendors();
  clock = aClock();
  const started = async (database?: TestServer['database']) =>
    aServer({
      clock,
      ...(database && { database }),
      house: {
        vendors: makeVendorAccess({
          now: clock.now,
          vendorUrl: (id, path) => `${vendors.url}/${id}${path}`,
          unlimited: true,
          sleep: async () => {},
        }),
      },
    });
  server = await started();
  restarted = await started(server.database);
});
beforeEach(() => {
  vendors.reset();
  // No pause of an earlier test holds any more.
  clock.advance({ days: 1 });
});

/** What the sweep of any process of the house would do now, runs included. */
async function sweepAll(): Promise<void> {
  for (const process of [server, restarted])
    for (const key of await sweep(engineOf(process))) await executeRun(engineOf(process), key);
  for (const process of [server, restarted]) process.jobs.takeRuns();
}

async function linked(id: string): Promise<Link> {
  const vendor = vendors.of(id);
  aBranch(vendor, 'Site');
  const link = await aLink(await anAccount(server), vendor);
  expect(link.run.state).toBe('done');
  vendor.simulator.requests.clear();
  return link;
}

/** Everything by which people could make us knock again, in any process. */
async function insist({ account, id, vendor }: Link): Promise<void> {
  const { administrator } = account;
  const params = { integrationId: id };
  const body = { selection: { mode: 'all' as const } };
  for (const ask of [administrator.ask, restarted.askWith({ cookie: administrator.cookie })]) {
    clock.advance({ seconds: 1 });
    const asked = [
      ask(forceSynchronization),
      ask(listPeople, { params }),
      ask(previewSelection, { params, body }),
      ...(vendor.provider.selects === null
        ? []
        : [ask(listContainers, { params }), ask(saveSelection, { params, body })]),
      ...(vendor.provider.reenables === 'stored-first'
        ? [ask(reenableIntegration, { params, body: {} })]
        : []),
    ];
    await Promise.allSettled(asked);
    await carryOutRuns(server);
    await carryOutRuns(restarted);
  }
  await sweepAll();
}

interface Refusing {
  readonly id: string;
  readonly words: string;
  readonly fault: Fault;
  readonly seconds: number;
}

const refusing: Refusing[] = [
  ...everyProvider.map(({ id, budget }) => ({
    id,
    words: '429 without Retry-After',
    fault: { kind: 'rate-limited' as const, path: '/projects' },
    seconds: budget.pauseSeconds,
  })),
  {
    id: 'toggl',
    words: '402 with quota headers',
    fault: { kind: 'quota', path: '/tasks' },
    seconds: 1838,
  },
];

describe.each(refusing)('$id answers $words', ({ id, fault, seconds }) => {
  it('is left alone until the time it told, which is shown, and then it goes on by itself', async () => {
    const link = await linked(id);
    const { vendor, account } = link;
    const before = await treeOf(account);
    vendor.simulator.faults.set([fault]);
    const failed = await syncedAgain(link);
    const until = new Date(clock.now().getTime() + seconds * 1000);
    expect(failed).toMatchObject({ state: 'failed', counts: { archived: 0 } });
    expect(failed.reason).toContain(until.toISOString());
    const knocked = vendor.simulator.requests.count;
    vendor.simulator.faults.set([]);
    await insist(link);
    clock.set(new Date(until.getTime() - 5000).toISOString());
    await insist(link);
    expect(vendor.simulator.requests.count).toBe(knocked);
    expect(await integrationOf(link)).toMatchObject({
      state: 'active',
      nextRunAt: until.toISOString(),
      pause: { until: until.toISOString() },
      ...(fault.kind === 'quota' && { quota: { left: 0, until: until.toISOString() } }),
    });
    expect(await treeOf(account)).toEqual(before);
    clock.set(until.toISOString());
    await sweepAll();
    expect(await integrationOf(link)).toMatchObject({
      pause: null,
      lastRun: { trigger: 'hourly', state: 'done' },
    });
    expect(vendor.simulator.requests.count).toBeGreaterThan(knocked);
  });
});

describe('toggl refuses a Save', () => {
  it.each([
    ['with 402 and quota headers', { kind: 'quota' as const }, 1838],
    ['with 429', { kind: 'rate-limited' as const }, 180],
  ])(
    '%s: nothing is saved, and every process waits until the time it told',
    async (_how, fault, seconds) => {
      const link = await linked('toggl');
      const { vendor, account, id } = link;
      const { administrator } = account;
      vendor.simulator.faults.set([fault]);
      const until = new Date(clock.now().getTime() + seconds * 1000).toISOString();
      const save = {
        params: { integrationId: id },
        body: { selection: { mode: 'ticked' as const, ids: ['1'] } },
      };
      expect(await refusalOf(administrator.ask(saveSelection, save))).toMatchObject({
        code: 'vendor-rate-limited',
        message: `Toggl asks us to wait. Next try ${until}.`,
      });
      expect(await integrationOf(link)).toMatchObject({
        state: 'active',
        selection: { mode: 'all' },
        pause: { until, reason: `Toggl asks to wait until ${until}` },
      });
      expect(vendor.simulator.requests.count).toBe(1);
      vendor.simulator.faults.set([]);
      await insist(link);
      expect(vendor.simulator.requests.count).toBe(1);
      clock.set(until);
      expect(await integrationOf(link)).toMatchObject({ pause: null });
      expect(await syncedAgain(link)).toMatchObject({ state: 'done' });
    },
  );
});

describe('toggl answers 402 for a feature', () => {
  const reason = 'The plan in Toggl has no tasks. Those that are known stay as they are.';

  it('a first import goes without tasks, says so in preview and run, and is done', async () => {
    const vendor = vendors.of('toggl');
    const { top } = aBranch(vendor, 'Site');
    vendor.simulator.happen('downgrade', vendor.accountKey);
    const link = await aLink(await anAccount(server), vendor);
    expect(link.run).toMatchObject({ state: 'done', reason });
    expect((await treeOf(link.account)).filter((line) => line.includes(top.name))).toEqual([
      'Toggl › Site workspace',
      'Toggl › Site workspace › Site client',
      'Toggl › Site workspace › Site client › Site project',
    ]);
    const { administrator } = link.account;
    const { id: runId } = await administrator.ask(previewSelection, {
      params: { integrationId: link.id },
      body: { selection: { mode: 'all' } },
    });
    await carryOutRuns(server);
    expect(await administrator.ask(readRun, { params: { runId } })).toMatchObject({
      state: 'previewed',
      reason,
    });
    expect(await integrationOf(link)).toMatchObject({ state: 'active', pause: null });
  });

  it('after a downgrade the known tasks stay, with a reason of their own, and go and come with their project', async () => {
    const vendor = vendors.of('toggl');
    const board = aBranch(vendor, 'Site');
    const link = await aLink(await anAccount(server), vendor);
    const before = await treeOf(link.account);
    vendor.simulator.happen('downgrade', vendor.accountKey);
    const run = await syncedAgain(link);
    expect(run).toMatchObject({ state: 'done', reason, counts: { archived: 0 } });
    expect(await changesOf(link, run.id)).toEqual(['skipped | Site task | no-feature']);
    expect(await treeOf(link.account)).toEqual(before);
    vendor.act('archive', board.of('project'));
    await syncedAgain(link);
    expect((await treeOf(link.account)).filter((line) => line.endsWith(')'))).toEqual([
      'Toggl › Site workspace › Site client › Site project (archived-at-vendor)',
      'Toggl › Site workspace › Site client › Site project › Site task (with-parent)',
    ]);
    vendor.act('restore', board.of('project'));
    await syncedAgain(link);
    expect(await treeOf(link.account)).toEqual(before);
  });
});

describe.each(everyProvider.map(({ id, name }) => ({ id, name })))(
  '$id answers 401',
  ({ id, name }) => {
    it('at most three calls fail, however often the sweep comes; it waits for a person, and people are told', async () => {
      const link = await linked(id);
      const { vendor, account } = link;
      const other = await aMember(account, { role: 'administrator' });
      const user = await aMember(account);
      const before = await treeOf(account);
      vendor.simulator.faults.set([{ kind: 'unauthorized' }]);
      const wish = { integrationId: link.id };
      await account.server.database.db
        .updateTable('integration')
        .set({ next_run_at: clock.now() })
        .where('id', '=', wish.integrationId)
        .execute();
      for (let hour = 0; hour < 30; hour += 1) {
        await sweepAll();
        clock.advance({ hours: 1 });
      }
      expect(vendor.simulator.requests.count).toBeGreaterThan(0);
      expect(vendor.simulator.requests.count).toBeLessThanOrEqual(3);
      const shown = await integrationOf(link);
      expect(shown).toMatchObject({
        state: 'paused',
        nextRunAt: null,
        pause: { until: null },
        lastRun: { state: 'failed' },
      });
      expect(shown.pause?.reason).toMatch(new RegExp(`^${name} refused the credential: `));
      expect(await treeOf(account)).toEqual(before);
      const { mails } = await other.ask(listMails);
      const told = mails.filter(({ subject }) => subject.startsWith(name));
      expect(told.map(({ to }) => to).sort()).toEqual(
        [account.administrator.email, other.email].sort(),
      );
      expect(told.some(({ to }) => to === user.email)).toBe(false);
      const { runs } = await user.ask(forceSynchronization);
      expect(runs).toEqual([]);
      expect(vendor.simulator.requests.count).toBeLessThanOrEqual(3);
      vendor.simulator.faults.set([]);
      expect(await reenabled(link)).toMatchObject({ state: 'done' });
      expect(await integrationOf(link)).toMatchObject({ state: 'active', pause: null });
      expect(await treeOf(account)).toEqual(before);
    });
  },
);
