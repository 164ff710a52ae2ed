import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { connectDatabase } from '../database/connect.ts';
import { StartRefused } from '../database/embedded/start-refused.ts';
import type { OpenDatabase } from '../database/open.ts';
import { newsChannel } from '../database/transaction.ts';
import { resealCredentials } from '../features/integrations/reseal-credentials.ts';
import { makeVault } from '../features/integrations/vault.ts';
import { addNewestKey, keyFileOf, readSecretKeys, removeOlderKeys } from '../secret-key.ts';

/**
 * Exchanges the key that stored credentials are sealed with, and gives the sentence to tell a person.
 *
 * With a key file: a new key is put before the old one, every credential is sealed with it in one
 * transaction, and then the old key is removed. A server starts after a crash between any two of
 * these steps, and running the command again completes them. No server may run meanwhile.
 *
 * With TIMEGROVE_KEY: the operator puts a new key before the old one and starts the servers again;
 * this seals every credential with the new one, servers running or not.
 * @throws StartRefused
 */
export async function rotateKey(config: Config, say: (line: string) => void): Promise<string> {
  const rotate = config.key === undefined ? prepareFile(config) : await prepareSetting(config);
  const connected = await connectDatabase(config, say);
  try {
    return await rotate(connected.database);
  } finally {
    await connected.close();
  }
}

type Rotation = (database: OpenDatabase) => Promise<string>;

function prepareFile({ dataFolder }: Config): Rotation {
  const file = keyFileOf(dataFolder);
  if (!existsSync(file)) {
    throw new StartRefused(
      `There is no key file ${file} to exchange: Timegrove makes it when it first starts.`,
    );
  }
  return async (database) => {
    await refuseWhileServed(database);
    const keys = await addNewestKey(dataFolder);
    const count = await resealCredentials(database.db, makeVault(keys));
    await removeOlderKeys(dataFolder);
    return `${sealed(count)} with a new key, and the old one is gone from ${file}. Everybody has to sign in again.`;
  };
}

async function prepareSetting({ key, dataFolder }: Config): Promise<Rotation> {
  const keys = await readSecretKeys(key, dataFolder);
  if (keys.length === 1) {
    throw new StartRefused(
      'TIMEGROVE_KEY holds a single key: put a new one before it, with a comma between them, start every server again with that setting, and then run this again.',
    );
  }
  return async ({ db }) => {
    const count = await resealCredentials(db, makeVault(keys));
    return `${sealed(count)} with the first key of TIMEGROVE_KEY, and the rest may now be removed from it. Sessions from before that key was put first have ended.`;
  };
}

function sealed(count: number): string {
  return count === 1 ? 'One credential is now sealed' : `${count} credentials are now sealed`;
}

/** The lock on the data folder keeps servers away from an embedded database, but from no other. */
async function refuseWhileServed({ pool }: OpenDatabase): Promise<void> {
  const { rows } = await pool.query(
    `select from pg_stat_activity
     where datname = current_database() and pid != pg_backend_pid() and query = $1`,
    [`listen ${newsChannel}`],
  );
  if (rows.length > 0) {
    throw new StartRefused(
      'A Timegrove server works on this database. Stop it, and run this again.',
    );
  }
}
