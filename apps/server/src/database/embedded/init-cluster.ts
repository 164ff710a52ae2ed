import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { giveTo, makePrivateFolder, type Layout } from './layout.ts';
import { launch, launchFailed, pathSeenBy } from './launch.ts';
import { StartRefused, diskFull, speaksOfFullDisk } from './start-refused.ts';
import type { RunAs } from './unprivileged.ts';

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
  removeDrafts(layout);
  // A name of its own each time: the initdb of a killed Timegrove may still be writing to its draft.
  const draft = `${layout.cluster}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(layout.home, 'initdb-password');
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

function removeDrafts({ home, cluster }: Layout): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(`${basename(cluster)}.new`)) continue;
    rmSync(join(home, name), { recursive: true, force: true });
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
  const child = launch(join(binaries.folder, 'bin', 'initdb'), options, user, {
    cwd: draft,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(launchFailed(error, user)));
    child.once('close', (code) => (code === 0 ? done() : fail(initdbFailed(said, layout))));
  });
}

function initdbFailed(said: string, layout: Layout): StartRefused {
  if (speaksOfFullDisk(said)) return diskFull(layout.dataFolder);
  const nameless = /could not look up effective user ID (\d+)/.exec(said)?.[1];
  if (nameless !== undefined) {
    return new StartRefused(
      `PostgreSQL cannot run as the user number ${nameless}, who has no entry in /etc/passwd. ` +
        'Add one, start Timegrove as another user, or set DATABASE_URL.',
    );
  }
  const reason = said.split('\n').filter((line) => /error|fatal/i.test(line));
  return new StartRefused(
    `PostgreSQL could not set up its data in ${layout.dataFolder}: ${reason.join(' ') || said.trim()}`,
  );
}
