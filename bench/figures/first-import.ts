import { Client } from 'pg';
import { openPool } from '../../apps/server/src/database/open.ts';
import type { Bench } from '../pieces/bench.ts';
import { copyIn, copyOut } from '../pieces/copy.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';
import { aMemoryVendor, type MemoryVendor } from '../pieces/memory-vendor.ts';
import { median } from '../pieces/statistics.ts';
import { anIntegration, aWaitingRun, aWorld, carryOut } from '../pieces/world.ts';

const rounds = 3;
const start = 'first_import_start';

/**
 * A whole first run over 100 000 tasks from the moment everything is read (compare, apply, record)
 * beside a bare COPY of the very rows it made, each into a fresh copy of the same database.
 */
export async function firstImport({ scratch, note }: Bench): Promise<Figure[]> {
  const vendor = aMemoryVendor();
  const run = await makeStart(scratch, vendor);
  const imports: number[] = [];
  const copies: number[] = [];
  let rows: Buffer | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const url = await scratch.database('first_import', start);
    await scratch.asSuperuser('postgres', 'checkpoint');
    imports.push(await timeImport(url, vendor, run));
    rows ??= await rowsOf(url);
    await scratch.drop('first_import');
    copies.push(await timeCopy(scratch, rows));
  }
  const [ours, bare] = [median(imports), median(copies)];
  note(`first import ${Math.round(ours)} ms, bare COPY ${Math.round(bare)} ms`);
  return [atMost('first-import', ours / bare, '× COPY', 2)];
}

type Run = Awaited<ReturnType<typeof aWaitingRun>>;

async function makeStart(scratch: Bench['scratch'], { provider }: MemoryVendor): Promise<Run> {
  const database = openPool(await scratch.database(start));
  const engine = makeEngine(database, await makeHouse({ database, providers: [provider] }));
  const world = await aWorld(engine, 0);
  const integrationId = await anIntegration(engine, world, provider.id);
  const run = await aWaitingRun(engine, world.accountId, integrationId);
  await database.close();
  return run;
}

async function timeImport(url: string, vendor: MemoryVendor, run: Run): Promise<number> {
  const database = openPool(url);
  const house = await makeHouse({ database, providers: [vendor.provider] });
  const record = await carryOut(makeEngine(database, house), run);
  const took = performance.now() - vendor.pulledAt();
  await database.close();
  if (record.created !== vendor.items.length) throw new Error(`Only ${record.created} were made.`);
  return took;
}

async function rowsOf(url: string): Promise<Buffer> {
  return withClient(url, async (client) => copyOut(client, 'copy task to stdout'));
}

async function timeCopy(scratch: Bench['scratch'], rows: Buffer): Promise<number> {
  const url = await scratch.database('first_import', start);
  await scratch.asSuperuser('postgres', 'checkpoint');
  const took = await withClient(url, async (client) => {
    const from = performance.now();
    await copyIn(client, 'copy task from stdin', rows);
    return performance.now() - from;
  });
  await scratch.drop('first_import');
  return took;
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
