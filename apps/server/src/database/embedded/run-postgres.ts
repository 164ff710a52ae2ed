import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { launch, launchFailed, pathSeenBy } from './launch.ts';
import type { Layout } from './layout.ts';
import { disarmStaleFile, readPostmaster, type Postmaster } from './postmaster-file.ts';
import { clearSocketFolder, type SocketFolder } from './socket-folder.ts';
import { StartRefused, diskFull, speaksOfFullDisk } from './start-refused.ts';
import type { RunAs } from './unprivileged.ts';

/** All that is needed to run the PostgreSQL of one data folder. */
export interface Installation {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: RunAs;
  readonly socket: SocketFolder;
  /** PostgreSQL settings on top of ours. */
  readonly settings: Readonly<Record<string, string>>;
}

const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The details of an error name the values that people typed; they do not belong into a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'fatal',
};

const LOG_LIMIT = 5_000_000;
const ORPHANS_PATIENCE_MS = 10_000;

/** Starts PostgreSQL on a cluster that no other server runs on, and answers once it takes connections. */
export async function runPostgres(installation: Installation): Promise<Postmaster> {
  const { cluster, log } = installation.layout;
  disarmStaleFile(cluster);
  clearSocketFolder(installation.socket, installation.user);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    renameSync(log, `${log}.1`);
  const deadline = Date.now() + ORPHANS_PATIENCE_MS;
  for (;;) {
    const outcome = await tryToRun(installation);
    if (typeof outcome !== 'string') return outcome;
    // Children of a server that was killed end by themselves, but not at once.
    const orphans = outcome.includes('is still in use');
    if (!orphans || Date.now() > deadline) throw didNotStart(outcome, installation.layout);
    await sleep(100);
  }
}

/** Answers with the running server, or with the last words of the one that gave up. */
async function tryToRun(installation: Installation): Promise<Postmaster | string> {
  const { layout, user } = installation;
  const logStart = statSync(layout.log, { throwIfNoEntry: false })?.size ?? 0;
  const end: { reached: boolean; error: Error | null } = { reached: false, error: null };
  const child = launchPostgres(installation);
  child.once('error', (error) => Object.assign(end, { reached: true, error }));
  child.once('exit', () => Object.assign(end, { reached: true }));
  for (;;) {
    await sleep(5);
    if (end.error !== null) throw launchFailed(end.error, user);
    if (end.reached) return readFileSync(layout.log, 'utf8').slice(logStart);
    const postmaster = readPostmaster(layout.cluster);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster;
  }
}

function launchPostgres(installation: Installation): ChildProcess {
  const { layout, binaries, user, socket, settings } = installation;
  const all = { ...SETTINGS, unix_socket_directories: socket.told, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', pathSeenBy(user, layout.cluster), ...options];
  const log = openSync(layout.log, 'a', 0o600);
  try {
    const child = launch(join(binaries.folder, 'bin', 'postgres'), args, user, {
      cwd: layout.cluster,
      stdio: ['ignore', log, log],
      // In a group of its own, a Ctrl-C meant for us does not reach it.
      detached: true,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function didNotStart(lastWords: string, layout: Layout): StartRefused {
  if (speaksOfFullDisk(lastWords)) return diskFull(layout.dataFolder);
  const fatal = lastWords.split('\n').findLast((line) => /FATAL|PANIC/.test(line));
  const reason = fatal?.replace(/^.*?(FATAL|PANIC): +/, '') ?? lastWords.trim().split('\n').at(-1);
  return new StartRefused(`PostgreSQL did not start: ${reason} (its log is ${layout.log}).`);
}
