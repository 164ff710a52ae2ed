import { explainTask, type Explanation } from '@timegrove/contract/explanations.ts';
import { previewSelection, unlinkIntegration } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { IntegrationId, TaskId } from '@timegrove/domain/id.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { anEnabled, carryOutRuns, imported, synchronized } from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { aMember, anAccount, anAssignment, aTask, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendor: TestVendor;
let account: TestAccount;
let integrationId: IntegrationId;
let site: SandboxNode;
let todo: SandboxNode;
let logo: SandboxNode;

beforeAll(async () => {
  vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
});

beforeEach(async () => {
  vendor.simulator.reset();
  site = vendor.create('project', 'Site');
  todo = vendor.create('list', 'To do', site);
  logo = vendor.create('task', 'Logo', todo);
  account = await anAccount(server);
  integrationId = await anEnabled(account, vendor);
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

async function explained(node: SandboxNode): Promise<Explanation> {
  return account.administrator.ask(explainTask, { params: { taskId: await taskOf(node) } });
}

it('needs a session; what is invisible, another account’s or an own task is not found', async () => {
  await imported(account, integrationId);
  const given = { params: { taskId: await taskOf(logo) } };
  expect(await refusalOf(server.ask(explainTask, given))).toMatchObject({ code: 'session-needed' });
  const unassigned = await aMember(account);
  const { administrator: stranger } = await anAccount(server);
  for (const { ask } of [unassigned, stranger]) {
    expect(await refusalOf(ask(explainTask, given))).toMatchObject({ code: 'not-found' });
  }
  for (const taskId of [await aTask(account), newId<'task'>()]) {
    const asked = account.administrator.ask(explainTask, { params: { taskId } });
    expect(await refusalOf(asked)).toMatchObject({ code: 'not-found' });
  }
});

it('tells a member who sees the task, its path included, which item it is and who brought it', async () => {
  const run = await imported(account, integrationId, { mode: 'ticked', ids: [site.id] });
  const member = await aMember(account);
  await anAssignment(account, await taskOf(logo), member);
  const params = { taskId: await taskOf(logo) };
  expect(await member.ask(explainTask, { params })).toEqual({
    provider: 'meistertask',
    item: { kind: 'task', remoteId: logo.id, url: expect.stringContaining('http') },
    owner: 'Robin',
    linked: true,
    selection: 'ticked',
    madeBy: { runId: run.id, trigger: 'enable', at: run.startedAt },
    archived: null,
    lastChange: null,
  });
  const path = await member.ask(explainTask, { params: { taskId: await taskOf(site) } });
  expect(path.item).toMatchObject({ kind: 'project', remoteId: site.id });
});

it('tells the newest change that was made, and why the task is archived', async () => {
  await imported(account, integrationId);
  vendor.act('rename', logo, { name: 'Logotype' });
  await synchronized(account);
  vendor.act('rename', logo, { name: 'Wordmark' });
  const renamed = await synchronized(account);
  expect((await explained(logo)).lastChange).toEqual({
    action: 'renamed',
    at: renamed.startedAt,
    before: 'Logotype',
    after: 'Wordmark',
  });
  vendor.act('archive', site);
  const archived = await synchronized(account);
  const at = archived.startedAt;
  expect(await explained(site)).toMatchObject({
    archived: { at, reason: 'archived-at-vendor' },
    lastChange: { action: 'archived', at },
  });
  expect((await explained(logo)).archived).toEqual({ at, reason: 'with-parent' });
});

it('does not take what a preview or a held run only looked at for a change', async () => {
  for (let index = 0; index < 30; index += 1) vendor.create('task', `Task ${index}`, todo);
  const blog = vendor.create('project', 'Blog');
  await imported(account, integrationId);
  vendor.act('archive', site);
  await account.administrator.ask(previewSelection, {
    params: { integrationId },
    body: { selection: { mode: 'ticked', ids: [blog.id] } },
  });
  await carryOutRuns(server);
  expect((await synchronized(account)).state).toBe('held');
  expect(await explained(logo)).toMatchObject({ archived: null, lastChange: null });
});

it('does not take a task that could not be read for a changed one', async () => {
  await imported(account, integrationId);
  vendor.simulator.faults.set([{ kind: 'server-error', path: '/tasks' }]);
  expect((await synchronized(account)).counts).toMatchObject({ skipped: 1 });
  expect((await explained(logo)).lastChange).toBeNull();
});

it('of an unlinked integration tells no owner', async () => {
  await imported(account, integrationId);
  const params = { integrationId };
  await account.administrator.ask(unlinkIntegration, { params, body: { archiveTasks: true } });
  expect(await explained(logo)).toMatchObject({
    owner: null,
    linked: false,
    selection: 'all',
    archived: { reason: 'unlinked' },
  });
});

it('knows of no selection where a provider lets nothing be selected', async () => {
  await imported(account, integrationId);
  const { database, house } = server;
  const takesAll = [...house.providers].map(
    ([id, one]) => [id, { ...one, selects: null }] as const,
  );
  const other = await aServer({ database, house: { providers: new Map(takesAll) } });
  const ask = other.askWith({ cookie: account.administrator.cookie });
  const told = await ask(explainTask, { params: { taskId: await taskOf(logo) } });
  expect(told).toMatchObject({ provider: 'meistertask', linked: true, selection: null });
});
