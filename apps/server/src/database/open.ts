import { Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, type PoolClient } from 'pg';
import { makeHold, type Hold } from './hold.ts';
import type { Database, Schema } from './schema.ts';

/** A database ready to work with, and what it takes to open another connection to it. */
export interface OpenDatabase {
  readonly db: Database;
  readonly pool: Pool;
  readonly url: string;
  readonly hold: Hold;
  /** Waits a moment for work that holds a connection, then takes it away. */
  close(): Promise<void>;
}

const patienceMs = 2000;

/** Opens a pool on a PostgreSQL; nothing is sent before the first query. */
export function openPool(url: string, connections = 12): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types: ourTypes(),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // While somebody holds a connection the pool does not listen to it; whoever uses it next is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => {
      for (const client of held) client.release(true);
    }, patienceMs);
    await db.destroy();
    clearTimeout(timer);
  };
  return { db, pool, url, hold: makeHold(pool), close };
}

const dateType = 1082;
const bigintType = 20;

/** Dates stay text (they have no zone), counts become numbers. */
function ourTypes(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(dateType, (value) => value);
  overrides.setTypeParser(bigintType, Number);
  return overrides;
}
