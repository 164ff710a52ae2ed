import { makeClient, type Client } from '@timegrove/contract/client.ts';
import { enableIntegration, saveSelection } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runTransaction } from '../../database/transaction.ts';
import { aBranch, moved, tried, type Branch } from '../../testing/branch.ts';
import { Crash, crashing } from '../../testing/crash.ts';
import { overtaken } from '../../testing/overtaken.ts';
import {
  aLink,
  anEnabled,
  engineOf,
  syncedAgain,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { aServerProcess, type ServerProcess } from '../../testing/server-process.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import type { RunKey } from './read-work.ts';
import { startRun } from './start-run.ts';
import { sweep } from './sweep.ts';

/** What people complain about in other products: things that are there twice, or only in part. */

let vendors: TestVendors;
let server: TestServer;
beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(() => vendors.reset());

const patienceMs = 90_000;

const everyVendor = everyProvider.map(({ id, name }) => ({ id, name }));

/** Two branches, of which each gets something to do by `changeMuch`. */
function plant(vendor: TestVendor): { site: Branch; shop: Branch } {
  vendor.simulator.reset();
  return { site: aBranch(vendor, 'Site'), shop: aBranch(vendor, 'Shop') };
}

/** Everything that a sync can be made to do at once: make, rename, move and archive. */
function changeMuch(vendor: TestVendor, { site, shop }: { site: Branch; shop: Branch }): void {
  const { provider } = vendor;
  const project = site.of('project');
  vendor.act('rename', project, { name: 'Website' });
  moved(vendor, site, 'task', 'Later');
  aBranch(vendor, 'Fresh', project);
  const gone = shop.of(provider.id === 'planner' ? 'list' : 'project');
  expect(tried(vendor, 'archive', gone)).toBe(true);
}

function onlyRun(account: TestAccount): RunKey {
  const [run, ...others] = account.server.jobs.takeRuns();
  if (run === undefined || others.length > 0) throw new Error('not exactly one run was started');
  return run;
}

/** Starts the first run, and leaves it to others. */
async function firstRun(account: TestAccount, vendor: TestVendor): Promise<RunKey> {
  const integrationId = await anEnabled(account, vendor);
  if (vendor.provider.selects !== null) {
    await account.administrator.ask(saveSelection, {
      params: { integrationId },
      body: { selection: { mode: 'all' } },
    });
  }
  return onlyRun(account);
}

/** Starts the next run, the way it goes with this vendor, and leaves it to others. */
async function nextRun({ account, vendor, id }: Link): Promise<RunKey> {
  const { administrator } = account;
  server.clock.advance({ minutes: 1 });
  if (vendor.provider.schedule === 'hourly') await administrator.ask(forceSynchronization);
  else {
    await administrator.ask(saveSelection, {
      params: { integrationId: id },
      body: { selection: { mode: 'all' } },
    });
  }
  return onlyRun(account);
}

/** Carries a run out by a process that dies at its n-th write; whether it got that far. */
async function diesAt(key: RunKey, write: number): Promise<boolean> {
  try {
    await executeRun(crashing(engineOf(server), write), key);
    return false;
  } catch (error) {
    if (error instanceof Crash) return true;
    throw error;
  }
}

/** What a run left behind: the tree, who is assigned, and what the record says of the changes. */
async function leftBehind(account: TestAccount, { runId }: RunKey) {
  const run = await account.administrator.ask(readRun, { params: { runId } });
  const { created, renamed, moved: elsewhere, archived, restored, skipped } = run.counts;
  const { rows } = await server.database.pool.query<{ line: string }>(
    `select task.name || ': ' || role || ' by ' || origin as line
    from assignment join task on task.account_id = assignment.account_id and task.id = task_id
    where assignment.account_id = $1 order by line`,
    [account.id],
  );
  return {
    state: run.state,
    counts: { created, renamed, moved: elsewhere, archived, restored, skipped },
    tree: await treeOf(account),
    assigned: rows.map(({ line }) => line),
  };
}

const nothingNew = { created: 0, renamed: 0, moved: 0, archived: 0, restored: 0 };

describe.each(everyVendor)('$name: a process is killed', ({ id }) => {
  it('before any write of a first import', { timeout: 240_000 }, async () => {
    const vendor = vendors.of(id);
    plant(vendor);
    const undisturbed = await anAccount(server);
    const key = await firstRun(undisturbed, vendor);
    await executeRun(engineOf(server), key);
    const wanted = await leftBehind(undisturbed, key);
    expect(wanted.state).toBe('done');
    let write = 0;
    for (let alive = false; !alive; write += 1) {
      const account = await anAccount(server);
      const run = await firstRun(account, vendor);
      alive = !(await diesAt(run, write));
      await executeRun(engineOf(server), run);
      expect([write, await leftBehind(account, run)]).toEqual([write, wanted]);
    }
    expect(write).toBeGreaterThan(10);
  });

  it('before any write of a sync with every kind of change', { timeout: 240_000 }, async () => {
    const vendor = vendors.of(id);
    const begin = async () => {
      const board = plant(vendor);
      const link = await aLink(await anAccount(server), vendor);
      changeMuch(vendor, board);
      return { link, key: await nextRun(link) };
    };
    const { link: undisturbed, key } = await begin();
    await executeRun(engineOf(server), key);
    const wanted = await leftBehind(undisturbed.account, key);
    expect(wanted.state).toBe('done');
    for (const count of ['created', 'renamed', 'moved', 'archived'] as const)
      expect([count, wanted.counts[count]]).not.toEqual([count, 0]);
    let write = 0;
    for (let alive = false; !alive; write += 1) {
      const { link, key: run } = await begin();
      alive = !(await diesAt(run, write));
      await executeRun(engineOf(server), run);
      expect([write, await leftBehind(link.account, run)]).toEqual([write, wanted]);
      expect((await syncedAgain(link)).counts).toMatchObject(nothingNew);
    }
    expect(write).toBeGreaterThan(15);
  });
});

/** Waits until no run of the account is under way. */
async function settled(account: TestAccount): Promise<void> {
  const unfinished = async () =>
    server.database.db
      .selectFrom('run')
      .select('id')
      .where('account_id', '=', account.id)
      .where('finished_at', 'is', null)
      .execute();
  await expect.poll(unfinished, { timeout: patienceMs }).toEqual([]);
}

/** How many tasks the runs of an account say they have made. */
async function createdIn(account: TestAccount): Promise<number> {
  const rows = await server.database.db
    .selectFrom('run')
    .select('created')
    .where('account_id', '=', account.id)
    .execute();
  return rows.reduce((sum, { created }) => sum + created, 0);
}

async function runsOf(account: TestAccount): Promise<string[]> {
  const rows = await server.database.db
    .selectFrom('run')
    .select(['trigger', 'state'])
    .where('account_id', '=', account.id)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(({ trigger, state }) => `${trigger} ${state}`);
}

/** Asks for a run on this database. */
async function asks(
  database: TestServer['database'],
  { accountId }: RunKey,
  { id: integrationId }: Link,
  trigger: 'hourly' | 'save',
): Promise<RunKey['runId']> {
  return runTransaction(database.db, async (db, wishes) =>
    startRun(
      { ...wishes, db, now: server.clock.now(), house: server.house },
      { accountId, integrationId, trigger, startedBy: null },
    ),
  );
}

describe.each(everyVendor)('$name: another process is faster', ({ id }) => {
  async function begun() {
    const vendor = vendors.of(id);
    plant(vendor);
    const link = await aLink(await anAccount(server), vendor);
    return { vendor, link, key: await nextRun(link) };
  }

  it('a run that ends while somebody wants to join it is followed by a new one', async () => {
    const { link, key } = await begun();
    const database = overtaken(server.database, async () => executeRun(engineOf(server), key));
    const runId = await asks(database, key, link, 'hourly');
    expect(runId).not.toBe(key.runId);
    const next = onlyRun(link.account);
    expect(next.runId).toBe(runId);
    await executeRun(engineOf(server), next);
    expect(await leftBehind(link.account, next)).toMatchObject({ state: 'done' });
  });

  it('what has to follow a run is carried out, although who was woken for it came too early', async () => {
    const { link, key } = await begun();
    expect(await asks(server.database, key, link, 'save')).toBe(key.runId);
    await executeRun(engineOf(server), key);
    expect((await runsOf(link.account)).slice(1).sort()).toEqual(
      [
        vendors.of(id).provider.schedule === 'hourly' ? 'force done' : 'save done',
        'save done',
      ].sort(),
    );
    server.jobs.takeRuns();
  });

  it('what was due for both is done once', async () => {
    const { link, key } = await begun();
    await executeRun(engineOf(server), key);
    await server.database.db
      .updateTable('integration')
      .set({ next_run_at: server.clock.now() })
      .where('id', '=', link.id)
      .execute();
    const first = engineOf(server);
    const database = overtaken(server.database, async () => {
      for (const run of await sweep(first)) await executeRun(first, run);
    });
    const left = await sweep({ ...first, database });
    expect(left.filter(({ accountId }) => accountId === link.account.id)).toEqual([]);
    expect((await runsOf(link.account)).filter((line) => line === 'hourly done')).toHaveLength(1);
    server.jobs.takeRuns();
  });

  it('a Save and the end of a run do not wait for each other', async () => {
    const { vendor, link, key } = await begun();
    vendor.simulator.faults.set([{ kind: 'server-error' }]);
    let ending: Promise<void> = Promise.resolve();
    const runId = await runTransaction(server.database.db, async (db, wishes) => {
      await db
        .updateTable('integration')
        .set({ pause_reason: null })
        .where('id', '=', link.id)
        .execute();
      ending = executeRun(engineOf(server), key);
      await expect.poll(waitingForLocks, { timeout: patienceMs }).toBeGreaterThan(0);
      const { accountId } = key;
      return startRun(
        { ...wishes, db, now: server.clock.now(), house: server.house },
        { accountId, integrationId: link.id, trigger: 'save', startedBy: null },
      );
    });
    await ending;
    expect(runId).toBe(key.runId);
    server.jobs.takeRuns();
    vendor.simulator.faults.set([]);
    expect((await runsOf(link.account)).at(-1)).toBe('save failed');
    expect(await syncedAgain(link)).toMatchObject({ state: 'done' });
  });
});

async function waitingForLocks(): Promise<number> {
  const { rows } = await server.database.pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}

describe('two server processes on one database', () => {
  let processes: readonly ServerProcess[] = [];
  beforeAll(async () => {
    // What the tests above have left due would keep both busy, politely, for a minute or more.
    await server.database.db.updateTable('integration').set({ next_run_at: null }).execute();
    processes = await Promise.all([1, 2].map(async () => aServerProcess(server, vendors.url)));
  });
  afterAll(async () => {
    for (const one of processes) await one.kill();
  });

  it.each(everyVendor)(
    '$name: what both are asked for at the same moment is done once',
    { timeout: 2 * patienceMs },
    async ({ id }) => {
      const vendor = vendors.of(id);
      const board = plant(vendor);
      const undisturbed = await aLink(await anAccount(server), vendor);
      const account = await anAccount(server);
      const people = [account.administrator, await aMember(account, { role: 'administrator' })];
      const both = processes.map(({ url }, at) =>
        makeClient({ server: url, fetch, headers: { cookie: people[at]?.cookie ?? '' } }),
      );
      const credential = { ...vendor.credential };
      const enabled = await Promise.allSettled(
        both.map(async (ask) =>
          ask(enableIntegration, {
            body: { id: newId<'integration'>(), provider: id, credential },
          }),
        ),
      );
      const [integrationId] = enabled.flatMap((one) =>
        one.status === 'fulfilled' ? [one.value.id] : [],
      );
      expect(enabled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const save = async (ask: Client) =>
        ask(saveSelection, {
          params: { integrationId: integrationId ?? newId<'integration'>() },
          body: { selection: { mode: 'all' } },
        });
      if (vendor.provider.selects !== null) await Promise.all(both.map(save));
      await settled(account);
      expect(await treeOf(account)).toEqual(await treeOf(undisturbed.account));
      changeMuch(vendor, board);
      const hourly = vendor.provider.schedule === 'hourly';
      await Promise.all(both.map(async (ask) => (hourly ? ask(forceSynchronization) : save(ask))));
      await settled(account);
      await syncedAgain(undisturbed);
      expect(await treeOf(account)).toEqual(await treeOf(undisturbed.account));
      expect((await runsOf(account)).every((line) => line.endsWith(' done'))).toBe(true);
      expect(await createdIn(account)).toBe(await createdIn(undisturbed.account));
    },
  );
});
