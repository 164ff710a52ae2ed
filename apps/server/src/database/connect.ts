import type { Config } from '../config.ts';
import { StartRefused } from './embedded/start-refused.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { openPool, type OpenDatabase } from './open.ts';

/** A database that was reached, and what ends with it. */
export interface Connected {
  readonly database: OpenDatabase;
  /** Which PostgreSQL it is, in one phrase without a password. */
  readonly description: string;
  close(): Promise<void>;
}

/** Reaches the configured PostgreSQL, or starts the embedded one. @throws StartRefused */
export async function connectDatabase(
  config: Config,
  say: (line: string) => void,
): Promise<Connected> {
  if (config.databaseUrl !== undefined) return reachServed(config.databaseUrl);
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, say });
  const database = openPool(embedded.url);
  const close = async (): Promise<void> => {
    await database.close();
    await embedded.stop();
  };
  return { database, description: embedded.description, close };
}

const oldestVersion = 15;

async function reachServed(url: string): Promise<Connected> {
  const database = openPool(url);
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  const version = await readVersion(database).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`The database at ${place} (DATABASE_URL) cannot be reached: ${reason}`);
  });
  if (version < oldestVersion) {
    throw new StartRefused(
      `The database at ${place} is PostgreSQL ${version}; Timegrove needs ${oldestVersion} or newer.`,
    );
  }
  return {
    database,
    description: `PostgreSQL ${version} at ${place}`,
    close: async () => database.close(),
  };
}

async function readVersion({ pool }: OpenDatabase): Promise<number> {
  const { rows } = await pool.query<{ number: string }>(
    "select current_setting('server_version_num') as number",
  );
  return Math.floor(Number(rows[0]?.number ?? 0) / 10_000);
}
