import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import { StartRefused } from './start-refused.ts';
import { canEnter, type RunAs } from './unprivileged.ts';

/**
 * Copies the PostgreSQL programs to a place where `user` can run them, once for each version: into
 * the data folder, or into the temporary folder where the data folder is out of the user's reach.
 * Answers with the folder that holds bin, lib and share.
 */
export async function copyBinaries(
  installed: Binaries,
  layout: Layout,
  user: RunAs,
): Promise<string> {
  const owner = String(process.getuid?.() ?? '');
  const name = `timegrove-postgresql-${installed.version}-${owner}`;
  const target = join(placeFor(layout, user), name);
  refuseForeign(target);
  if (!(await isComplete(installed.folder, join(target, 'native')))) {
    await copyWhole(installed.folder, target);
  }
  return join(target, 'native');
}

function placeFor(layout: Layout, user: RunAs): string {
  const place = [layout.home, tmpdir(), '/tmp', '/var/tmp'].find((path) => canEnter(path, user));
  if (place !== undefined) return place;
  throw new StartRefused(
    `PostgreSQL refuses to run as root, and no other user can enter ${layout.home} or the temporary ` +
      'folder. Set TIMEGROVE_DATA to a folder that everyone can enter, or set DATABASE_URL.',
  );
}

/** A folder in /tmp may have been laid there by anybody; programs are run only from one of our own. */
function refuseForeign(target: string): void {
  const entry = lstatSync(target, { throwIfNoEntry: false });
  if (entry === undefined) return;
  if (entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0) return;
  throw new StartRefused(
    `${target} was not made by this user, so PostgreSQL is not run from it. Remove it and start again.`,
  );
}

async function copyWhole(from: string, target: string): Promise<void> {
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  makeOpenFolder(draft);
  await copyFolder(from, join(draft, 'native'));
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}

async function copyFolder(from: string, to: string): Promise<void> {
  makeOpenFolder(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, copy);
    else if (isNeeded(entry)) await copyOpenFile(source, copy);
  }
}

async function copyOpenFile(source: string, copy: string): Promise<void> {
  await copyFile(source, copy);
  chmodSync(copy, (statSync(source).mode & 0o100) === 0 ? 0o644 : 0o755);
}

function makeOpenFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  // The mode given to mkdir would be narrowed by the umask.
  chmodSync(path, 0o755);
}

/** Temporary folders are swept file by file, so every file is looked at. */
async function isComplete(from: string, copy: string): Promise<boolean> {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!isNeeded(entry)) continue;
    const source = join(entry.parentPath, entry.name);
    const twin = statSync(join(copy, source.slice(from.length)), { throwIfNoEntry: false });
    if (twin?.size !== statSync(source).size) return false;
  }
  return true;
}

/** Links are made anew beside the copy, and static libraries are of no use at run time. */
function isNeeded(entry: { name: string; isFile(): boolean }): boolean {
  return entry.isFile() && !entry.name.endsWith('.a');
}
