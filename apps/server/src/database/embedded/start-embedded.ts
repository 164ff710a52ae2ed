import { adoptPostgres } from './adopt-postgres.ts';
import { provideBinaries } from './binaries.ts';
import { clusterExists, initCluster } from './init-cluster.ts';
import { keepRunning, type KeptServer } from './keep-running.ts';
import { layoutOf, makeDataFolder, makeFolders, type Layout } from './layout.ts';
import { lockDataFolder, type DataFolderLock } from './lock.ts';
import { databaseUrl, openDatabase } from './open-database.ts';
import { databasePassword } from './password.ts';
import { lastSocketFolder, type Postmaster } from './postmaster-file.ts';
import { runPostgres, type Installation } from './run-postgres.ts';
import {
  chooseSocketFolder,
  removeSocketFolder,
  socketFolderOf,
  type SocketFolder,
} from './socket-folder.ts';
import { asRefusal } from './start-refused.ts';
import { stopPostgres } from './stop-postgres.ts';
import { chooseUser, type RunAs } from './unprivileged.ts';

export { StartRefused } from './start-refused.ts';

/** A PostgreSQL of our own that runs as long as this process does. */
export interface EmbeddedPostgres {
  /** A connection string for `pg`; its user owns the database and may create others. */
  readonly url: string;
  /** One phrase for people: which PostgreSQL this is and where its data lies. */
  readonly description: string;
  /** Stops the server this process started or adopted, and gives the data folder free. */
  stop(): Promise<void>;
}

/** What the embedded PostgreSQL needs to know. */
export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Tells a person, in one line, about anything out of the ordinary. */
  readonly say: (line: string) => void;
  /** PostgreSQL settings on top of ours, e.g. for tests whose data may be lost: { fsync: 'off' }. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the embedded PostgreSQL on a data folder, or takes over the one that a killed process left
 * running there. Throws StartRefused, whose message is for people, when that cannot be done.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(options.dataFolder);
  let lock: DataFolderLock | undefined;
  try {
    makeDataFolder(layout.dataFolder);
    const user = chooseUser(layout.cluster);
    lock = lockDataFolder(layout.dataFolder);
    return await startLocked(layout, user, lock, options);
  } catch (error) {
    lock?.release();
    throw asRefusal(error, layout.dataFolder);
  }
}

async function startLocked(
  layout: Layout,
  user: RunAs,
  lock: DataFolderLock,
  { say, settings = {} }: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  makeFolders(layout, user);
  const binaries = await provideBinaries(layout, user);
  const password = databasePassword(layout);
  if (!clusterExists(layout, binaries)) {
    say(`Setting up a database in ${layout.dataFolder} …`);
    await initCluster(layout, binaries, user, password);
  }
  const adopted = await adoptPostgres(layout, password);
  if (adopted !== null) say('Took over the PostgreSQL that an earlier run had left behind.');
  const socket = socketFor(adopted, layout, user);
  const installation = { layout, binaries, user, socket, settings };
  const server = adopted ?? (await startServer(installation, password));
  return running(installation, keepRunning(server, installation, say), password, lock);
}

function socketFor(adopted: Postmaster | null, layout: Layout, user: RunAs): SocketFolder {
  if (adopted !== null) return socketFolderOf(layout, adopted.socket);
  removeSocketFolder(lastSocketFolder(layout.cluster) ?? '');
  return chooseSocketFolder(layout, user);
}

async function startServer(installation: Installation, password: string): Promise<Postmaster> {
  const server = await runPostgres(installation);
  try {
    await openDatabase(installation.socket.path, password);
    return server;
  } catch (error) {
    await stopPostgres(server);
    throw error;
  }
}

function running(
  { layout, binaries, socket }: Installation,
  server: KeptServer,
  password: string,
  lock: DataFolderLock,
): EmbeddedPostgres {
  const stop = async (): Promise<void> => {
    await server.stop();
    removeSocketFolder(socket.told);
    lock.release();
  };
  const release = binaries.version.split('.', 2).join('.');
  let stopped: Promise<void> | undefined;
  return {
    url: databaseUrl(socket.path, password),
    description: `embedded PostgreSQL ${release}, data in ${layout.dataFolder}`,
    stop: () => (stopped ??= stop()),
  };
}
