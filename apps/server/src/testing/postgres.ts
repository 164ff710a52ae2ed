import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../database/embedded/start-embedded.ts';
import { migrate } from '../database/migrate.ts';
import { openPool } from '../database/open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this test run and the migrated database in it that tests clone. */
    readonly postgres: { readonly url: string; readonly template: string };
  }
}

/** One PostgreSQL for the whole test run: embedded, or the one of DATABASE_URL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const template = `timegrove_template_${randomBytes(4).toString('hex')}`;
  const server =
    given === undefined
      ? await startOwn()
      : { url: given, stop: () => dropClones(given, template) };
  await admin(server.url, `create database ${template}`);
  const database = openPool(databaseUrl(server.url, template), 2);
  await migrate(database.db);
  await database.close();
  project.provide('postgres', { url: server.url, template });
  return server.stop;
}

/** The same server's address with another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  return serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

/** Runs one statement on a server that cannot run inside a transaction. */
export async function admin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function startOwn(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timegrove-test-'));
  // Test data need not survive a power loss, and several servers share it.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const server = await startEmbedded({ dataFolder, say: () => {}, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Without force: that would refuse to end a worker of the autovacuum for anybody but a superuser,
 * while the plain statement ends those itself and waits for connections that are just closing.
 */
async function dropClones(url: string, template: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname}`);
  } finally {
    await client.end();
  }
}
