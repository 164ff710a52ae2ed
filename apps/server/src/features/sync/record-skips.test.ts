import { explainAbsence } from '@timegrove/contract/explanations.ts';
import { listChanges } from '@timegrove/contract/runs.ts';
import type { RunId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anEnabled, imported, synchronized } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendor: TestVendor;
let account: TestAccount;

beforeAll(async () => {
  vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
});

beforeEach(async () => {
  vendor.simulator.reset();
  vendor.create('project', 'Shop');
  vendor.act('archive', vendor.create('project', 'Site'));
  account = await anAccount(server);
});

async function skipsOf(runId: RunId): Promise<string[]> {
  const { changes, total } = await account.administrator.ask(listChanges, { params: { runId } });
  expect(changes.length).toBe(total);
  return changes.flatMap(({ action, name, reason }) =>
    action === 'skipped' ? [`${name}: ${reason}`] : [],
  );
}

async function writtenLines(runId: RunId): Promise<number> {
  const rows = await server.database.db
    .selectFrom('run_change')
    .select('seq')
    .where('account_id', '=', account.id)
    .where('run_id', '=', runId)
    .execute();
  return rows.length;
}

async function nextRun() {
  server.clock.advance({ minutes: 5 });
  return synchronized(account);
}

describe('what a run leaves alone', () => {
  it('is told by every run, and written down by the first of those that leave the same alone', async () => {
    const integrationId = await anEnabled(account, vendor);
    const first = await imported(account, integrationId);
    const runs = [await nextRun(), await nextRun()];
    for (const run of [first, ...runs]) {
      expect(run.counts.skipped).toBe(1);
      expect(await skipsOf(run.id)).toEqual(['Site: archived']);
    }
    expect(await writtenLines(first.id)).toBe(1);
    for (const run of runs) expect(await writtenLines(run.id)).toBe(0);
    const { sightings } = await account.administrator.ask(explainAbsence, {
      params: { integrationId },
      query: { name: 'Site' },
    });
    expect(sightings).toMatchObject([{ name: 'Site', verdict: 'archived' }]);
  });

  it('is written down again as soon as it differs, and earlier runs still tell theirs', async () => {
    const first = await imported(account, await anEnabled(account, vendor));
    vendor.act('archive', vendor.create('project', 'Blog'));
    const more = await nextRun();
    const same = await nextRun();
    expect(await skipsOf(first.id)).toEqual(['Site: archived']);
    expect((await skipsOf(more.id)).toSorted()).toEqual(['Blog: archived', 'Site: archived']);
    expect(await skipsOf(same.id)).toEqual(await skipsOf(more.id));
    expect([await writtenLines(more.id), await writtenLines(same.id)]).toEqual([2, 0]);
  });

  it('is told beside what the run itself changed, without what the earlier run changed', async () => {
    await imported(account, await anEnabled(account, vendor));
    vendor.create('project', 'Fresh');
    const run = await nextRun();
    const { changes } = await account.administrator.ask(listChanges, {
      params: { runId: run.id },
    });
    expect(changes.map(({ action, name }) => `${action} ${name}`)).toEqual([
      'skipped Site',
      'created Fresh',
    ]);
  });
});
