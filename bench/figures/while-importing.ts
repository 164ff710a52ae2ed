import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../../apps/server/src/database/open.ts';
import type { Engine } from '../../apps/server/src/features/sync/engine.ts';
import type { RunKey } from '../../apps/server/src/features/sync/read-work.ts';
import type { Bench } from '../pieces/bench.ts';
import { startSandbox, startServer } from '../pieces/children.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';
import { median, p99 } from '../pieces/statistics.ts';
import { startAndStop } from '../pieces/track.ts';
import { aVendor, demoCredential } from '../pieces/vendor.ts';
import { anIntegration, assign, aWaitingRun, aWorld, type World } from '../pieces/world.ts';
import { newId } from '@timegrove/contract/new-id.ts';

const users = 8;
/** So many members track at once, each another one every time. */
const atOnce = 3;
const betweenMs = 50;
const limit = 100;

/**
 * Starting and stopping timers while the same server process reads, compares and imports 100 000
 * tasks. The bench asks, the server and the sandbox are processes of their own.
 */
export async function whileImporting({ scratch, note }: Bench): Promise<Figure[]> {
  const sandbox = await startSandbox('stress');
  const url = await scratch.database('while_importing');
  const database = openPool(url);
  const engine = makeEngine(database, await makeHouse({ database, sandboxUrl: sandbox.url }));
  const world = await aWorld(engine, users);
  const taskId = await anOwnTask(engine, world);
  const server = await startServer(url, sandbox.url);
  for (const person of world.people) await startAndStop(server.url, person, taskId);

  const provider = aVendor(engine.house);
  const credential = await demoCredential(sandbox.url, provider.id);
  const integrationId = await anIntegration(engine, world, provider.id, credential);
  const times = { start: Array<number>(), stop: Array<number>() };
  const key = await aWaitingRun(engine, world.accountId, integrationId);
  const from = performance.now();
  // The server looks for waiting runs when it starts and once a minute; a woken one begins at once.
  await server.wake(key);
  const end = new AbortController();
  const trackers = Array.from({ length: atOnce }, async (_, first) => {
    for (let at = first; !end.signal.aborted; at += atOnce) {
      const person = world.people[at % world.people.length];
      if (person === undefined) throw new RangeError('nobody is there');
      const { start, stop } = await startAndStop(server.url, person, taskId);
      times.start.push(start);
      times.stop.push(stop);
      await sleep(betweenMs);
    }
  });
  while (!(await hasEnded(engine, key))) await sleep(betweenMs);
  end.abort();
  await Promise.all(trackers);
  const seconds = Math.round((performance.now() - from) / 1000);
  const medians = [times.start, times.stop].map((all) => median(all).toFixed(1));
  note(
    `${times.start.length} of each in ${seconds} s of importing, medians ${medians.join(', ')} ms`,
  );
  note(`slowest ${Math.max(...times.start, ...times.stop).toFixed(0)} ms`);
  await server.stop();
  await sandbox.stop();
  await database.close();
  await scratch.drop('while_importing');
  return [
    atMost('start-while-importing', p99(times.start), 'ms p99', limit),
    atMost('stop-while-importing', p99(times.stop), 'ms p99', limit),
  ];
}

async function hasEnded({ database }: Engine, { accountId, runId }: RunKey): Promise<boolean> {
  const run = await database.db
    .selectFrom('run')
    .select(['state', 'reason'])
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  if (run.state === 'failed') throw new Error(`The run failed: ${run.reason}`);
  return run.state === 'done';
}

async function anOwnTask(engine: Engine, world: World) {
  const id = newId<'task'>();
  const task = { account_id: world.accountId, id, lineage: [id], name: 'Own work' };
  await engine.database.db.insertInto('task').values(task).execute();
  for (const person of world.people) await assign(engine, world, id, person);
  return id;
}
