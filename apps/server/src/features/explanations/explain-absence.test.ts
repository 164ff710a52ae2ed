import { explainAbsence } from '@timegrove/contract/explanations.ts';
import { previewSelection, saveSelection } from '@timegrove/contract/integrations.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { anEnabled, carryOutRuns, imported, synchronized } from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendor: TestVendor;
let account: TestAccount;
let integrationId: IntegrationId;
let site: SandboxNode;
let shop: SandboxNode;
let todo: SandboxNode;

beforeAll(async () => {
  vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
});

beforeEach(async () => {
  vendor.simulator.reset();
  site = vendor.create('project', 'Site');
  shop = vendor.create('project', 'Shop');
  todo = vendor.create('list', 'To do', site);
  vendor.create('task', 'Logo', todo);
  account = await anAccount(server);
  integrationId = await anEnabled(account, vendor);
});

async function absence(name: string) {
  return account.administrator.ask(explainAbsence, { params: { integrationId }, query: { name } });
}

/** The sightings of a name as lines. */
async function sighted(name: string): Promise<string[]> {
  const { sightings } = await absence(name);
  return sightings.map(
    ({ kind, name: seen, path, verdict, taskId }) =>
      `${kind} ${[...path, seen].join(' › ')}: ${verdict}${taskId === null ? ', no task' : ''}`,
  );
}

it('needs a session and an administrator, and another account’s integration is not found', async () => {
  const given = { params: { integrationId }, query: { name: 'Logo' } };
  expect(await refusalOf(server.ask(explainAbsence, given))).toMatchObject({
    code: 'session-needed',
  });
  for (const role of ['user', 'supervisor'] as const) {
    const { ask } = await aMember(account, { role });
    expect(await refusalOf(ask(explainAbsence, given))).toMatchObject({ code: 'right-needed' });
  }
  const { administrator: stranger } = await anAccount(server);
  expect(await refusalOf(stranger.ask(explainAbsence, given))).toMatchObject({
    code: 'not-found',
  });
  expect(await refusalOf(absence('   '))).toMatchObject({
    code: 'input-invalid',
    field: 'query.name',
  });
});

it('knows nothing before the vendor was read', async () => {
  expect(await absence('Logo')).toEqual({ sightings: [], lastRead: null, notSelected: [] });
});

it('finds what is in the tree, active or archived, with its path', async () => {
  const run = await imported(account, integrationId);
  expect(await sighted('logo')).toEqual(['task MeisterTask › Site › To do › Logo: here']);
  expect((await absence('logo')).lastRead).toEqual({
    at: run.finishedAt,
    state: 'done',
    reason: null,
  });
  vendor.act('archive', site);
  await synchronized(account);
  expect(await sighted('LOGO')).toEqual(['task MeisterTask › Site › To do › Logo: with-parent']);
  expect(await sighted('Site')).toEqual(['project MeisterTask › Site: archived-at-vendor']);
});

it('finds what the last run left out, and tells what can be selected but is not', async () => {
  vendor.create('project', 'A shop window');
  vendor.act('archive', vendor.create('project', 'Old shop'));
  await imported(account, integrationId, { mode: 'ticked', ids: [site.id] });
  expect(await sighted('shop')).toEqual([
    'project Shop: not-selected, no task',
    'project Old shop: not-selected, no task',
    'project A shop window: not-selected, no task',
  ]);
  expect((await absence('Nothing')).notSelected).toEqual(['A shop window', 'Old shop', 'Shop']);
  await imported(account, integrationId, { mode: 'all' });
  expect(await sighted('shop')).toEqual([
    'project MeisterTask › Shop: here',
    'project Old shop: archived, no task',
    'project MeisterTask › A shop window: here',
  ]);
  expect((await absence('Nothing')).notSelected).toEqual([]);
});

it('looks for the name as it stands, not for a pattern', async () => {
  vendor.create('task', '100 % done_ok', todo);
  await imported(account, integrationId);
  expect(await sighted('0 % done_')).toEqual([
    'task MeisterTask › Site › To do › 100 % done_ok: here',
  ]);
  expect(await sighted('0_%')).toEqual([]);
  expect(await sighted('  100   %  DONE')).toHaveLength(1);
});

it('shows at most fifty, the exact name first, and does not take the root for an item', async () => {
  for (let index = 0; index < 60; index += 1) vendor.create('task', `A logo ${index}`, todo);
  await imported(account, integrationId);
  const lines = await sighted('logo');
  expect(lines).toHaveLength(50);
  expect(lines[0]).toBe('task MeisterTask › Site › To do › Logo: here');
  expect(await sighted('MeisterTask')).toEqual([]);
});

it('says of a partial read what was not read, and takes a task that is here for here', async () => {
  await imported(account, integrationId);
  vendor.simulator.faults.set([{ kind: 'server-error', path: '/tasks' }]);
  const partial = await synchronized(account);
  const { lastRead, sightings } = await absence('Logo');
  expect(lastRead).toEqual({ at: partial.finishedAt, state: 'partial', reason: partial.reason });
  expect(sightings.map(({ verdict }) => verdict)).toEqual(['here']);
});

it('goes by the last run that read the vendor, not by one that failed or by a preview', async () => {
  const read = await imported(account, integrationId, { mode: 'ticked', ids: [site.id] });
  await account.administrator.ask(previewSelection, {
    params: { integrationId },
    body: { selection: { mode: 'ticked', ids: [shop.id] } },
  });
  await carryOutRuns(server);
  vendor.simulator.faults.set([{ kind: 'server-error' }]);
  expect((await synchronized(account)).state).toBe('failed');
  expect(await sighted('Shop')).toEqual(['project Shop: not-selected, no task']);
  expect((await absence('Site')).notSelected).toEqual(['Shop']);
  expect((await absence('Shop')).lastRead).toMatchObject({ at: read.finishedAt, state: 'done' });
});

it('where the vendor could never be read, tells why', async () => {
  await account.administrator.ask(saveSelection, {
    params: { integrationId },
    body: { selection: { mode: 'all' } },
  });
  vendor.simulator.faults.set([{ kind: 'server-error' }]);
  await carryOutRuns(server);
  expect(await absence('Site')).toMatchObject({
    sightings: [],
    lastRead: { state: 'failed', reason: expect.stringMatching(/^MeisterTask cannot be reached/) },
  });
});
