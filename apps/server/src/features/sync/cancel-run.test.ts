import { saveSelection } from '@timegrove/contract/integrations.ts';
import { cancelRun, forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import type { RunId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, aSibling } from '../../testing/branch.ts';
import {
  aLink,
  carryOutRuns,
  integrationOf,
  syncedAgain,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';

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

/** An integration with something new at the vendor and a run that waits to be carried out. */
async function aWaitingRun(id: string): Promise<{ link: Link; runId: RunId; before: string[] }> {
  const { ask } = account.administrator;
  const vendor = vendors.of(id);
  const branch = aBranch(vendor, 'Site');
  const link = await aLink(account, vendor);
  const before = await treeOf(account);
  aSibling(vendor, branch, branch.leaf.kind, 'New');
  if (vendor.provider.schedule === 'on-save')
    await ask(saveSelection, {
      params: { integrationId: link.id },
      body: { selection: { mode: 'all' } },
    });
  else await ask(forceSynchronization);
  const { currentRun } = await integrationOf(link);
  if (currentRun === null) throw new Error('no run was started');
  return { link, runId: currentRun.id, before };
}

describe.each(everyProvider)('cancelling a run of $name', ({ id, schedule }) => {
  it('ends it; what was applied stays, and the next run goes on', async () => {
    const { ask } = account.administrator;
    const { link, runId, before } = await aWaitingRun(id);
    expect(await ask(cancelRun, { params: { runId } })).toMatchObject({
      state: 'cancelled',
      reason: 'Cancelled by Robin.',
    });
    await carryOutRuns(server);
    expect(await treeOf(account)).toEqual(before);
    expect(await refusalOf(ask(cancelRun, { params: { runId } }))).toMatchObject({
      code: 'run-finished',
    });
    expect((await syncedAgain(link)).counts).toMatchObject({ created: 1 });
  });

  it('is noticed by whoever carries it out, between two pages', async () => {
    const { ask } = account.administrator;
    const { link, runId, before } = await aWaitingRun(id);
    link.vendor.simulator.faults.set([{ kind: 'slow', milliseconds: 500 }]);
    const going = carryOutRuns(server);
    const stateOf = async () => (await ask(readRun, { params: { runId } })).state;
    await expect.poll(stateOf).toBe('reading');
    await ask(cancelRun, { params: { runId } });
    await going;
    expect(await stateOf()).toBe('cancelled');
    expect(await treeOf(account)).toEqual(before);
    const { nextRunAt } = await integrationOf(link);
    expect(nextRunAt === null).toBe(schedule === 'on-save');
  });
});
