import { setTimeout as sleep } from 'node:timers/promises';
import { saveSelection } from '@timegrove/contract/integrations.ts';
import { readRun, type Run } from '@timegrove/contract/runs.ts';
import { beforeAll, expect, it } from 'vitest';
import { anEnabled, imported, synchronized, treeOf } from '../../testing/integration.ts';
import { aServerProcess } from '../../testing/server-process.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendor: TestVendor;
let fresh: string[];

beforeAll(async () => {
  vendor = await aVendor('meistertask', { size: 'company', account: 'demo' });
  server = await aServer({ sandboxUrl: vendor.url });
  const undisturbed = await anAccount(server);
  await imported(undisturbed, await anEnabled(undisturbed, vendor));
  fresh = await treeOf(undisturbed);
  expect(fresh.length).toBeGreaterThan(4000);
});

const patienceMs = 60_000;

async function until(
  account: TestAccount,
  runId: Run['id'],
  reached: (run: Run) => boolean,
): Promise<Run> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(3)) {
    const run = await account.administrator.ask(readRun, { params: { runId } });
    if (reached(run)) return run;
  }
  throw new Error('the run did not get there');
}

// One kill while it reads, and four while it applies, each at another random part of the way.
const moments = ['reading', 0.05, 0.3, 0.55, 0.8].map((from) =>
  typeof from === 'number' ? from + Math.random() * 0.2 : from,
);

it.each(moments)(
  'rule 15: a server killed in the middle of an import (%s) leaves what the next one completes',
  async (moment) => {
    const account = await anAccount(server);
    const params = { integrationId: await anEnabled(account, vendor) };
    const { id } = await account.administrator.ask(saveSelection, {
      params,
      body: { selection: { mode: 'all' } },
    });
    server.jobs.takeRuns();
    const first = await aServerProcess(server, vendor.url);
    const struck = await until(account, id, ({ state, progress: { done, total } }) =>
      typeof moment === 'number' ? total !== null && done >= total * moment : state !== 'waiting',
    );
    await first.kill();
    const second = await aServerProcess(server, vendor.url);
    const finished = await until(account, id, ({ finishedAt }) => finishedAt !== null);
    await second.kill();
    expect(struck.finishedAt).toBeNull();
    expect(finished).toMatchObject({ state: 'done', counts: { created: fresh.length - 1 } });
    expect(await treeOf(account)).toEqual(fresh);
    expect((await synchronized(account)).counts).toMatchObject({
      created: 0,
      renamed: 0,
      moved: 0,
      archived: 0,
      restored: 0,
    });
  },
);
