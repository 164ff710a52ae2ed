import { Client } from 'pg';
import { errorCode } from './start-refused.ts';

const NAME = 'timegrove';

/** The connection string of our database on the server whose socket is in this folder. */
export function databaseUrl(socketFolder: string, password: string): string {
  return urlFor(NAME, NAME, socketFolder, password);
}

/**
 * Makes sure that our database and its owner exist. The owner is no superuser, so a statement
 * smuggled into Timegrove could not reach files or programs of the machine.
 */
export async function openDatabase(socketFolder: string, password: string): Promise<void> {
  const missing = await tryConnecting(databaseUrl(socketFolder, password));
  if (missing === null) return;
  if (!['28P01', '28000', '3D000'].includes(errorCode(missing) ?? '')) throw missing;
  await createDatabase(urlFor('postgres', 'postgres', socketFolder, password), password);
}

async function tryConnecting(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end();
  }
}

async function createDatabase(url: string, password: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [NAME]);
    if (rowCount === 0) {
      await client.query(
        `create role ${NAME} login createdb password ${client.escapeLiteral(password)}`,
      );
    }
    await client.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await client.end();
  }
}

function urlFor(user: string, database: string, socketFolder: string, password: string): string {
  // A URL needs a host before its path; the socket folder after it takes precedence.
  const host = encodeURIComponent(socketFolder);
  return `postgresql://${user}:${password}@localhost/${database}?host=${host}`;
}
