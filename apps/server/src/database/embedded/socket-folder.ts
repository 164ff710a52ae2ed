import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { giveTo, makePrivateFolder, type Layout } from './layout.ts';
import { canEnter, type RunAs } from './unprivileged.ts';

/** Where a server puts its socket: in the words it is told, and as we reach it. */
export interface SocketFolder {
  readonly told: string;
  readonly path: string;
}

const PREFIX = 'timegrove-';
const NAME = '.s.PGSQL.5432';
/** The shortest limit among our systems (macOS); Linux allows 107 bytes. */
const LONGEST = 103;

/** Chooses the socket folder for a new server: in the data folder, or a short private one when its path is too long. */
export function chooseSocketFolder(layout: Layout, user: RunAs): SocketFolder {
  if (Buffer.byteLength(join(layout.socket, NAME)) <= LONGEST) {
    // Relative, for the data folder may lie below one that PostgreSQL's user cannot enter.
    return { told: '../socket', path: layout.socket };
  }
  const folder = mkdtempSync(join(temporaryPlace(user), PREFIX));
  giveTo(folder, user);
  return { told: folder, path: folder };
}

/** The socket folder of a server that was told `told` when it started. */
export function socketFolderOf(layout: Layout, told: string): SocketFolder {
  return { told, path: isAbsolute(told) ? told : join(layout.cluster, told) };
}

/** Empties the folder of what a dead server left in it, or makes it again if it was swept away. */
export function clearSocketFolder(folder: SocketFolder, user: RunAs): void {
  makePrivateFolder(folder.path, user);
  for (const name of [NAME, `${NAME}.lock`]) rmSync(join(folder.path, name), { force: true });
}

/** Removes a socket folder that was made in the temporary place; any other stays. */
export function removeSocketFolder(told: string): void {
  if (!isAbsolute(told) || !basename(told).startsWith(PREFIX)) return;
  if (![tmpdir(), '/tmp'].includes(dirname(told))) return;
  if (lstatSync(told, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  rmSync(told, { recursive: true, force: true });
}

function temporaryPlace(user: RunAs): string {
  const place = tmpdir();
  const short = Buffer.byteLength(join(place, `${PREFIX}XXXXXX`, NAME)) <= LONGEST;
  return short && canEnter(place, user) ? place : '/tmp';
}
