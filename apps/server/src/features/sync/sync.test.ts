import {
  listContainers,
  previewSelection,
  readIntegration,
  reenableIntegration,
  unlinkIntegration,
} from '@timegrove/contract/integrations.ts';
import { listMails } from '@timegrove/contract/members.ts';
import {
  approveRun,
  cancelRun,
  forceSynchronization,
  listChanges,
  listRuns,
  readRun,
} from '@timegrove/contract/runs.ts';
import { assign, unassign } from '@timegrove/contract/tasks.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { IntegrationId, TaskId } from '@timegrove/domain/id.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  anEnabled,
  carryOutRuns,
  engineOf,
  imported,
  synchronized,
  treeOf,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { sweep } from './sweep.ts';

let server: TestServer;
let vendor: TestVendor;
let account: TestAccount;

beforeAll(async () => {
  vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
});

interface Board {
  site: SandboxNode;
  shop: SandboxNode;
  todo: SandboxNode;
  cart: SandboxNode;
  logo: SandboxNode;
}
let board: Board;

beforeEach(async () => {
  vendor.simulator.reset();
  const site = vendor.create('project', 'Site');
  const shop = vendor.create('project', 'Shop');
  const todo = vendor.create('list', 'To do', site);
  const cart = vendor.create('list', 'Cart', shop);
  board = { site, shop, todo, cart, logo: vendor.create('task', 'Logo', todo) };
  account = await anAccount(server);
});

async function taskOf(node: SandboxNode): Promise<TaskId> {
  const { id } = await server.database.db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', account.id)
    .where('item_id', '=', node.id)
    .executeTakeFirstOrThrow();
  return id;
}
async function integration(id: IntegrationId) {
  return account.administrator.ask(readIntegration, { params: { integrationId: id } });
}
async function changesOf(runId: Awaited<ReturnType<typeof synchronized>>['id']) {
  const { changes } = await account.administrator.ask(listChanges, { params: { runId } });
  return changes.map(({ action, name, before, after, reason }) =>
    [action, name, before, after, reason].filter(Boolean).join(' | '),
  );
}

const whole = [
  'MeisterTask',
  'MeisterTask › Shop',
  'MeisterTask › Shop › Cart',
  'MeisterTask › Site',
  'MeisterTask › Site › To do',
  'MeisterTask › Site › To do › Logo',
];

describe('a run', () => {
  it('imports the whole tree, in the fewest requests, and the second time changes nothing', async () => {
    const first = await imported(account, await anEnabled(account, vendor));
    expect(first).toMatchObject({
      state: 'done',
      trigger: 'enable',
      requests: 3,
      counts: { created: 5 },
    });
    expect(await treeOf(account)).toEqual(whole);
    const second = await synchronized(account);
    expect(second).toMatchObject({
      state: 'done',
      trigger: 'force',
      counts: { created: 0, unchanged: 5, skipped: 0 },
    });
    expect(await treeOf(account)).toEqual(whole);
  });

  it('rule 5: follows a rename, a move, an archived project and its return, and says what it did', async () => {
    await imported(account, await anEnabled(account, vendor));
    vendor.act('rename', board.site, { name: 'Website' });
    vendor.act('move', board.logo, { parent: board.cart.id });
    const followed = await synchronized(account);
    expect(followed.counts).toMatchObject({ renamed: 1, moved: 1, created: 0, archived: 0 });
    expect(await changesOf(followed.id)).toEqual([
      'moved | Logo | MeisterTask › Site › To do | MeisterTask › Shop › Cart',
      'renamed | Website | Site | Website',
    ]);
    vendor.act('archive', board.shop);
    const archived = await synchronized(account);
    expect(archived.counts).toMatchObject({ archived: 3 });
    expect(await treeOf(account)).toEqual([
      'MeisterTask',
      'MeisterTask › Shop (archived-at-vendor)',
      'MeisterTask › Shop › Cart (with-parent)',
      'MeisterTask › Shop › Cart › Logo (with-parent)',
      'MeisterTask › Website',
      'MeisterTask › Website › To do',
    ]);
    vendor.act('restore', board.shop);
    expect((await synchronized(account)).counts).toMatchObject({ restored: 3, created: 0 });
  });

  it('keeps a deleted, completed or trashed task active, and a deleted list', async () => {
    await imported(account, await anEnabled(account, vendor));
    vendor.act('trash', board.logo);
    vendor.act('trash', board.cart);
    expect((await synchronized(account)).counts).toMatchObject({ archived: 0, unchanged: 5 });
    expect(await treeOf(account)).toEqual(whole);
  });

  it('archives a project that was trashed, with its whole branch', async () => {
    await imported(account, await anEnabled(account, vendor));
    vendor.act('trash', board.site);
    await synchronized(account);
    const tree = await treeOf(account);
    expect(tree.filter((line) => line.includes('Site')).every((line) => line.endsWith(')'))).toBe(
      true,
    );
    expect(tree).toContain('MeisterTask › Shop');
  });

  it('rule 6: two tasks of the same name are two tasks', async () => {
    vendor.create('task', 'Logo', board.todo);
    await imported(account, await anEnabled(account, vendor));
    expect((await treeOf(account)).filter((line) => line.endsWith('Logo'))).toHaveLength(2);
  });

  it('stops a timer that runs on what goes to the Archived tasks', async () => {
    const { administrator } = account;
    await imported(account, await anEnabled(account, vendor));
    const taskId = await taskOf(board.logo);
    await administrator.ask(startTimer, {
      body: { id: newId<'entry'>(), taskId, zone: 'Europe/Berlin' },
    });
    vendor.act('archive', board.site);
    await synchronized(account);
    expect((await administrator.ask(readTimer)).running).toBeNull();
  });
});

describe('rule 4: selection', () => {
  it('imports what is ticked; what is unticked later is archived, and returns when ticked again', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id, { mode: 'ticked', ids: [board.site.id] });
    expect(await treeOf(account)).toEqual(whole.filter((line) => !line.includes('Shop')));
    await imported(account, id, { mode: 'ticked', ids: [board.shop.id] });
    expect(await treeOf(account)).toContain('MeisterTask › Site (not-selected)');
    await imported(account, id, { mode: 'ticked', ids: [board.shop.id, board.site.id] });
    expect(await treeOf(account)).toEqual(whole);
  });

  it('brings new projects by itself after “import all”, and shows them as new after ticking', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id, { mode: 'ticked', ids: [board.site.id] });
    const blog = vendor.create('project', 'Blog');
    await synchronized(account);
    expect(await treeOf(account)).not.toContain('MeisterTask › Blog');
    const { containers } = await account.administrator.ask(listContainers, {
      params: { integrationId: id },
    });
    expect(containers.filter(({ isNew }) => isNew).map(({ remoteId }) => remoteId)).toEqual([
      blog.id,
    ]);
    await imported(account, id, { mode: 'all' });
    vendor.create('project', 'Wiki');
    await synchronized(account);
    expect(await treeOf(account)).toEqual(
      expect.arrayContaining(['MeisterTask › Blog', 'MeisterTask › Wiki']),
    );
  });

  it('manages a project that is deleted between selection and import', async () => {
    const id = await anEnabled(account, vendor);
    vendor.act('trash', board.site);
    const run = await imported(account, id, {
      mode: 'ticked',
      ids: [board.site.id, board.shop.id],
    });
    expect(run.state).toBe('done');
    expect(await treeOf(account)).toEqual(whole.filter((line) => !line.includes('Site')));
  });
});

describe('rule 7: assignments remember where they come from', () => {
  it('assigns only the owner, to the root', async () => {
    await aMember(account);
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    const rows = await server.database.db
      .selectFrom('assignment')
      .selectAll()
      .where('account_id', '=', account.id)
      .execute();
    const { rootTaskId } = await integration(id);
    expect(rows).toMatchObject([
      { task_id: rootTaskId, member_id: account.administrator.memberId, origin: 'rule' },
    ]);
  });

  it('leaves what people made or removed by hand as it is, for good', async () => {
    const { administrator } = account;
    const other = await aMember(account);
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    const taskId = (await integration(id)).rootTaskId ?? (await taskOf(board.site));
    await administrator.ask(unassign, { params: { taskId, memberId: administrator.memberId } });
    await administrator.ask(assign, {
      params: { taskId, memberId: other.memberId },
      body: { role: 'guest' },
    });
    for (let round = 0; round < 3; round += 1) await synchronized(account);
    const rows = await server.database.db
      .selectFrom('assignment')
      .select(['member_id', 'role'])
      .where('account_id', '=', account.id)
      .execute();
    expect(new Map(rows.map((row) => [row.member_id, row.role]))).toEqual(
      new Map([
        [administrator.memberId, null],
        [other.memberId, 'guest'],
      ]),
    );
  });
});

describe('rule 10: unlink and enable again', () => {
  it('takes the old tasks over: same tasks, same time, no second copy', async () => {
    const { administrator } = account;
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    const before = await taskOf(board.logo);
    const unlinked = await administrator.ask(unlinkIntegration, {
      params: { integrationId: id },
      body: { archiveTasks: false },
    });
    expect(unlinked).toMatchObject({ state: 'unlinked', maskedCredential: {} });
    expect(await treeOf(account)).toEqual(whole);
    vendor.act('rename', board.logo, { name: 'New logo' });
    const again = await anEnabled(account, vendor);
    expect(again).toBe(id);
    const run = await imported(account, again);
    expect(run.counts).toMatchObject({ created: 0, renamed: 1 });
    expect(await taskOf(board.logo)).toBe(before);
  });

  it('archives everything with the tick box, and enabling again brings it back', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    await account.administrator.ask(unlinkIntegration, {
      params: { integrationId: id },
      body: { archiveTasks: true },
    });
    expect((await treeOf(account)).every((line) => line.endsWith('(unlinked)'))).toBe(true);
    await imported(account, await anEnabled(account, vendor));
    expect(await treeOf(account)).toEqual(whole);
  });

  it('erases the credential at once', async () => {
    const id = await anEnabled(account, vendor);
    await account.administrator.ask(unlinkIntegration, {
      params: { integrationId: id },
      body: { archiveTasks: false },
    });
    const row = await server.database.db
      .selectFrom('integration')
      .select('credential')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.credential).toBeNull();
  });
});

describe('rule 11: safety first', () => {
  it('changes nothing below what could not be read, says so, and the next run repairs', async () => {
    await imported(account, await anEnabled(account, vendor));
    vendor.act('rename', board.site, { name: 'Website' });
    vendor.create('task', 'Banner', board.todo);
    vendor.simulator.faults.set([{ kind: 'server-error', path: '/tasks' }]);
    const partial = await synchronized(account);
    expect(partial).toMatchObject({
      state: 'partial',
      counts: { renamed: 1, archived: 0, created: 0 },
    });
    expect(partial.reason).toContain('Not everything could be read');
    expect(await changesOf(partial.id)).toContain('skipped | Logo | not-read-completely');
    vendor.simulator.faults.set([]);
    const repaired = await synchronized(account);
    expect(repaired).toMatchObject({ state: 'done', counts: { created: 1 } });
  });

  it.each([
    ['answers HTML', { kind: 'html' as const }],
    ['cuts its answer off', { kind: 'cut-off' as const }],
    ['has a server error', { kind: 'server-error' as const }],
    ['leaves a needed field out', { kind: 'missing-field' as const, field: 'status' }],
  ])('fails as a whole and changes nothing when the vendor %s', async (_name, fault) => {
    await imported(account, await anEnabled(account, vendor));
    vendor.simulator.faults.set([fault]);
    const failed = await synchronized(account);
    expect(failed.state).toBe('failed');
    expect(failed.reason).toMatch(/^MeisterTask (cannot be reached|answered in an unknown form)/);
    expect(await treeOf(account)).toEqual(whole);
  });
});

describe('rule 12: mass change is held', () => {
  it('waits for an administrator, shows the plan, and goes on after a yes', async () => {
    const { administrator } = account;
    for (let index = 0; index < 30; index += 1) vendor.create('task', `Task ${index}`, board.todo);
    await imported(account, await anEnabled(account, vendor));
    vendor.act('archive', board.site);
    const held = await synchronized(account);
    expect(held).toMatchObject({ state: 'held', counts: { archived: 33 } });
    expect((await treeOf(account)).some((line) => line.endsWith(')'))).toBe(false);
    expect(await changesOf(held.id)).toContain('archived | Site | archived-at-vendor');
    const { id } = await administrator.ask(approveRun, { params: { runId: held.id } });
    await carryOutRuns(server);
    expect(await administrator.ask(readRun, { params: { runId: id } })).toMatchObject({
      state: 'done',
      counts: { archived: 33 },
    });
  });
});

describe('rule 13: preview', () => {
  it('tells what would come, and applies nothing', async () => {
    const { administrator } = account;
    const id = await anEnabled(account, vendor);
    const { id: runId } = await administrator.ask(previewSelection, {
      params: { integrationId: id },
      body: { selection: { mode: 'ticked', ids: [board.shop.id] } },
    });
    await carryOutRuns(server);
    expect(await administrator.ask(readRun, { params: { runId } })).toMatchObject({
      state: 'previewed',
      counts: { created: 2 },
    });
    expect(await changesOf(runId)).toEqual([
      'created | Shop',
      'created | Cart',
      'skipped | Site | not-selected',
    ]);
    expect(await treeOf(account)).toEqual([]);
  });
});

describe('rule 14: every run is recorded', () => {
  it('lists the runs of an integration, newest first, with what started them', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    await synchronized(account);
    const { runs } = await account.administrator.ask(listRuns, { params: { integrationId: id } });
    expect(runs.map(({ trigger, startedBy }) => [trigger, startedBy])).toEqual([
      ['force', 'Robin'],
      ['enable', 'Robin'],
    ]);
  });
});

describe('rule 15: one at a time', () => {
  it('joins the run under way, and a changed selection gets a run of its own after it', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    const { administrator } = account;
    server.clock.advance({ minutes: 1 });
    const { runs: started } = await administrator.ask(forceSynchronization);
    const forced = started[0]?.id;
    const saved = await imported(account, id, { mode: 'ticked', ids: [board.shop.id] });
    expect(saved.id).toBe(forced);
    const { runs } = await administrator.ask(listRuns, { params: { integrationId: id } });
    expect(runs.map(({ trigger, state }) => [trigger, state])).toEqual([
      ['save', 'done'],
      ['force', 'done'],
      ['enable', 'done'],
    ]);
    expect(await treeOf(account)).toContain('MeisterTask › Site (not-selected)');
  });

  it('is carried out once, however many processes take it up', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    server.clock.advance({ hours: 2 });
    vendor.create('task', 'Banner', board.todo);
    const runs = await sweep(engineOf(server));
    server.jobs.takeRuns();
    const mine = runs.filter((run) => run.accountId === account.id);
    expect(mine).toHaveLength(1);
    await Promise.all(
      [...mine, ...mine, ...mine].map(async (run) => executeRun(engineOf(server), run)),
    );
    expect((await treeOf(account)).filter((line) => line.endsWith('Banner'))).toHaveLength(1);
    expect((await integration(id)).lastRun).toMatchObject({
      trigger: 'hourly',
      counts: { created: 1 },
    });
  });
});

describe('rule 18: credentials', () => {
  it('are not in any answer, and not readable in the database', async () => {
    const secret = vendor.credential['token'] ?? '';
    const id = await anEnabled(account, vendor);
    const shown = await integration(id);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.maskedCredential['token']).toBe(`${secret.slice(0, 9)}…${secret.slice(-6)}`);
    const rows = await server.database.pool.query(
      'select integration::text as row from integration',
    );
    expect(JSON.stringify(rows.rows)).not.toContain(secret);
  });
});

// Last, because the pause holds for everything in this process that uses the same credential.
describe('cancelling', () => {
  it('ends a run under way; what was applied stays, and the next run goes on', async () => {
    const { administrator } = account;
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    vendor.create('task', 'Banner', board.todo);
    server.clock.advance({ minutes: 1 });
    const { runs } = await administrator.ask(forceSynchronization);
    const [waiting] = server.jobs.takeRuns();
    const cancelled = await administrator.ask(cancelRun, {
      params: { runId: runs[0]?.id ?? newId<'run'>() },
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', reason: 'Cancelled by Robin.' });
    if (waiting !== undefined) await executeRun(engineOf(server), waiting);
    expect(await treeOf(account)).toEqual(whole);
    expect(
      await refusalOf(administrator.ask(cancelRun, { params: { runId: cancelled.id } })),
    ).toMatchObject({ code: 'run-finished' });
    expect((await synchronized(account)).counts).toMatchObject({ created: 1 });
  });

  it('is noticed by whoever carries it out, between two pages', async () => {
    const { administrator } = account;
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    vendor.create('task', 'Banner', board.todo);
    vendor.simulator.faults.set([{ kind: 'slow', milliseconds: 500 }]);
    server.clock.advance({ minutes: 1 });
    const { runs } = await administrator.ask(forceSynchronization);
    const going = carryOutRuns(server);
    const runId = runs[0]?.id ?? newId<'run'>();
    await expect
      .poll(async () => (await administrator.ask(readRun, { params: { runId } })).state)
      .toBe('reading');
    await administrator.ask(cancelRun, { params: { runId } });
    await going;
    expect(await administrator.ask(readRun, { params: { runId } })).toMatchObject({
      state: 'cancelled',
    });
    expect(await treeOf(account)).toEqual(whole);
    expect((await integration(id)).nextRunAt).not.toBeNull();
  });
});

describe('rules 9 and 17: a vendor that says no', () => {
  it('pauses on a refused credential, keeps the tree, tells the administrators, and a new one resumes', async () => {
    const { administrator } = account;
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    vendor.simulator.requests.clear();
    vendor.simulator.faults.set([{ kind: 'unauthorized' }]);
    expect(await synchronized(account)).toMatchObject({ state: 'failed' });
    expect(vendor.simulator.requests.count).toBeLessThanOrEqual(3);
    expect(await integration(id)).toMatchObject({ state: 'paused', nextRunAt: null });
    const { mails } = await administrator.ask(listMails);
    expect(mails[0]).toMatchObject({
      to: administrator.email,
      subject: 'MeisterTask no longer accepts the credential',
    });
    expect(await treeOf(account)).toEqual(whole);
    vendor.simulator.faults.set([]);
    await administrator.ask(reenableIntegration, {
      params: { integrationId: id },
      body: { credential: { ...vendor.credential } },
    });
    await carryOutRuns(server);
    expect(await integration(id)).toMatchObject({
      state: 'active',
      pause: null,
      lastRun: { trigger: 're-enable', state: 'done' },
    });
  });

  it('asks for a credential where the vendor wants a new one for re-enabling', async () => {
    const id = await anEnabled(account, vendor);
    const asked = account.administrator.ask(reenableIntegration, {
      params: { integrationId: id },
      body: {},
    });
    expect(await refusalOf(asked)).toMatchObject({
      code: 'input-invalid',
      field: 'body.credential.token',
    });
  });

  it('waits until the vendor wants to hear from it again', async () => {
    const id = await anEnabled(account, vendor);
    await imported(account, id);
    vendor.simulator.faults.set([{ kind: 'rate-limited' }]);
    expect(await synchronized(account)).toMatchObject({ state: 'failed' });
    const paused = await integration(id);
    expect(paused.state).toBe('active');
    expect(paused.pause?.until).toBe(paused.nextRunAt);
  });
});
