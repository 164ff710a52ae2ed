import { sql } from 'kysely';
import { openPool } from '../../apps/server/src/database/open.ts';
import type { Database } from '../../apps/server/src/database/schema.ts';
import type { Bench } from '../pieces/bench.ts';
import { startSandbox } from '../pieces/children.ts';
import { atMost, exactly, type Figure } from '../pieces/figure.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';
import { median } from '../pieces/statistics.ts';
import { aVendor, demoCredential } from '../pieces/vendor.ts';
import { anIntegration, aWaitingRun, aWorld, carryOut } from '../pieces/world.ts';

const rounds = 5;

/**
 * A whole run over 100 000 tasks that finds nothing changed, beside reading and parsing the same
 * pages with the same tools and nothing else. The sandbox is another process, on loopback HTTP.
 */
export async function unchangedSync({ scratch, note }: Bench): Promise<Figure[]> {
  const sandbox = await startSandbox('stress');
  const database = openPool(await scratch.database('unchanged_sync'));
  const house = await makeHouse({ database, sandboxUrl: sandbox.url });
  const engine = makeEngine(database, house);
  const world = await aWorld(engine, 0);
  const provider = aVendor(house);
  const credential = await demoCredential(sandbox.url, provider.id);
  const integrationId = await anIntegration(engine, world, provider.id, credential);

  const run = async () => {
    const key = await aWaitingRun(engine, world.accountId, integrationId);
    return timed(async () => carryOut(engine, key));
  };
  const read = async () =>
    timed(async () => {
      let items = 0;
      const tools = house.vendors.toolsFor(provider, credential);
      for await (const pulled of provider.pull(tools, credential, { mode: 'all' })) {
        if (pulled.type === 'items') items += pulled.items.length;
      }
      return items;
    });

  const first = await run();
  note(
    `${first.result.seen} items seen, ${first.result.created} made in ${Math.round(first.ms)} ms`,
  );
  const runs: number[] = [];
  const reads: number[] = [];
  const before = await momentOf(database.db);
  for (let round = 0; round < rounds; round += 1) {
    reads.push((await read()).ms);
    runs.push((await run()).ms);
  }
  const rows = await writtenSince(database.db, before);
  note(`whole run ${Math.round(median(runs))} ms, reading alone ${Math.round(median(reads))} ms`);
  await database.close();
  await scratch.drop('unchanged_sync');
  await sandbox.stop();
  return [
    atMost('unchanged-sync', median(runs) / median(reads), '× reading', 1.3),
    exactly('unchanged-sync-rows-written', rows, 'rows', 0),
  ];
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const from = performance.now();
  const result = await work();
  return { ms: performance.now() - from, result };
}

/** What the tables that a sync writes into held at one moment. */
interface Moment {
  readonly transaction: string;
  readonly rows: number;
}

const written = ['task', 'run_change', 'assignment', 'entry'];

async function momentOf(db: Database): Promise<Moment> {
  const { rows } = await sql<Moment>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as transaction,
      (${counted('true')}) as rows
  `.execute(db);
  return rows[0] ?? { transaction: '', rows: 0 };
}

/** Rows that were inserted, changed or deleted since: new versions, and what is missing of the old. */
async function writtenSince(db: Database, before: Moment): Promise<number> {
  const { rows } = await sql<{ fresh: number; all: number }>`
    select (${counted(`xmin::text::bigint >= ${before.transaction}`)}) as fresh,
      (${counted('true')}) as all
  `.execute(db);
  const { fresh = 0, all = 0 } = rows[0] ?? {};
  return fresh + (before.rows - (all - fresh));
}

function counted(condition: string) {
  const counts = written.map((table) => `(select count(*) from ${table} where ${condition})`);
  return sql.raw(`select ${counts.join(' + ')}`);
}
