import { synchronizeIntegration } from '@timegrove/contract/integrations.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import { beforeEach, expect, it } from 'vitest';
import { aLink, carryOutRuns, type Link } from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { allVendors, everyProvider } from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

const vendors = await allVendors();
const server = await aServer({ sandboxUrl: vendors.url });
const hourly = everyProvider.filter(({ schedule }) => schedule === 'hourly');
let account: TestAccount;

beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
});

const now = async (link: Link, by = account.administrator) =>
  by.ask(synchronizeIntegration, { params: { integrationId: link.id } });

it('brings one integration in step, as often as an administrator wants', async () => {
  const links = [];
  for (const { id } of hourly) links.push(await aLink(account, vendors.of(id)));
  const [link] = links;
  if (link === undefined) throw new Error('nothing syncs hourly');
  server.clock.advance({ minutes: 2 });
  await account.administrator.ask(forceSynchronization);
  await carryOutRuns(server);
  for (let times = 0; times < 2; times += 1) {
    const { id: runId, trigger } = await now(link);
    expect(trigger).toBe('force');
    expect((await now(link)).id).toBe(runId);
    await carryOutRuns(server);
    const run = await account.administrator.ask(readRun, { params: { runId } });
    expect(run).toMatchObject({ integrationId: link.id, state: 'done' });
  }
  // And it does not take the turn of Force synchronization.
  server.clock.advance({ seconds: 60 });
  await account.administrator.ask(forceSynchronization);
  await carryOutRuns(server);
});

it('is for administrators of the account', async () => {
  const link = await aLink(account, vendors.of(hourly[0]?.id ?? ''));
  const supervisor = await aMember(account, { role: 'supervisor' });
  expect((await refusalOf(now(link, supervisor))).code).toBe('right-needed');
  const stranger = (await anAccount(server)).administrator;
  expect((await refusalOf(now(link, stranger))).code).toBe('not-found');
});

it('leaves a vendor alone that wants it, and what does not sync hourly', async () => {
  const { db } = server.database;
  const link = await aLink(account, vendors.of(hourly[0]?.id ?? ''));
  const until = new Date(server.clock.now().getTime() + 60_000);
  const wait = db.updateTable('integration').set({ paused_until: until });
  await wait.where('id', '=', link.id).execute();
  expect(await refusalOf(now(link))).toMatchObject({ code: 'vendor-rate-limited', status: 503 });
  const onSave = everyProvider.find(({ schedule }) => schedule === 'on-save');
  const other = await aLink(account, vendors.of(onSave?.id ?? ''));
  expect((await refusalOf(now(other))).code).toBe('integration-not-active');
  expect(server.jobs.takeRuns()).toEqual([]);
});
