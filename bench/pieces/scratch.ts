import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../apps/server/src/database/embedded/start-embedded.ts';
import { migrate } from '../../apps/server/src/database/migrate.ts';
import { openPool } from '../../apps/server/src/database/open.ts';

/** A PostgreSQL with the settings of a running server, in a folder that goes away at the end. */
export interface Scratch {
  /** Makes a database, empty but for the tables, or a copy of another, and gives its address. */
  database(name: string, template?: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Runs one statement as the superuser, in the database of this name. */
  asSuperuser(database: string, statement: string): Promise<void>;
  stop(): Promise<void>;
}

const emptyTemplate = 'bench_empty';

/** Starts the embedded PostgreSQL, durable as it is in production. */
export async function startScratch(): Promise<Scratch> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timegrove-bench-'));
  // However the bench ends, it leaves nothing behind.
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  const server = await startEmbedded({ dataFolder, say: () => {} });
  const urlOf = (name: string): string => server.url.replace(/\/timegrove(\?|$)/, `/${name}$1`);
  const asSuperuser = async (database: string, statement: string): Promise<void> =>
    run(urlOf(database).replace('//timegrove:', '//postgres:'), statement);
  const create = async (name: string, template: string): Promise<string> => {
    await asSuperuser(
      'postgres',
      `create database ${name} template ${template} owner timegrove strategy file_copy`,
    );
    return urlOf(name);
  };
  const template = openPool(await create(emptyTemplate, 'template1'), 2);
  await migrate(template.db);
  await template.close();
  return {
    asSuperuser,
    database: async (name, from = emptyTemplate) => create(name, from),
    drop: async (name) => asSuperuser('postgres', `drop database ${name} with (force)`),
    stop: async () => server.stop(),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
