import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { giveTo, makePrivateFolder, type Layout } from './layout.ts';
import { environment, pathSeenBy, programLaunchFailed } from './launch.ts';
import { StartRefused } from './start-refused.ts';
import { launchAs, type RunAs } from './unprivileged.ts';

/** Whether the cluster exists already; throws StartRefused when another PostgreSQL version wrote it. */
export function clusterExists(layout: Layout, binaries: Binaries): boolean {
  if (!existsSync(layout.cluster)) return false;
  const file = join(layout.cluster, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'no';
  if (found === String(binaries.major)) return true;
  throw new StartRefused(
    `The data folder ${layout.dataFolder} holds a database of PostgreSQL version ${found}, and this ` +
      `Timegrove brings version ${binaries.major}. Start it with the Timegrove that made it, or set ` +
      'TIMEGROVE_DATA to another folder.',
  );
}

/** Makes a new cluster whose superuser "postgres" has the given password; it appears whole or not at all. */
export async function initCluster(
  layout: Layout,
  binaries: Binaries,
  user: RunAs,
  password: string,
): Promise<void> {
  const draft = `${layout.cluster}.new`;
  const passwordFile = join(layout.home, 'initdb-password');
  rmSync(draft, { recursive: true, force: true });
  makePrivateFolder(draft, user);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(passwordFile, user);
    await runInitdb(draft, binaries, user, layout);
    renameSync(draft, layout.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(draft: string, binaries: Binaries, user: RunAs, layout: Layout): Promise<void> {
  const options = [
    `--pgdata=${pathSeenBy(user, draft)}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--pwfile=../initdb-password',
    '--encoding=UTF8',
    // With the plain C locale the search would not know umlauts as letters.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    process.platform === 'darwin' ? '--locale=en_US.UTF-8' : '--locale=C.UTF-8',
  ];
  const child = spawn(join(binaries.folder, 'bin', 'initdb'), options, {
    ...launchAs(user),
    cwd: draft,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(programLaunchFailed(error, user)));
    child.once('close', (code) => (code === 0 ? done() : fail(initdbFailed(said, layout))));
  });
}

function initdbFailed(said: string, layout: Layout): StartRefused {
  if (said.includes('No space left on device')) {
    return new StartRefused(`The disk that holds the data folder ${layout.dataFolder} is full.`);
  }
  const reason = said.split('\n').filter((line) => /error|fatal/i.test(line));
  return new StartRefused(
    `PostgreSQL could not set up its data in ${layout.dataFolder}: ${reason.join(' ') || said.trim()}`,
  );
}
