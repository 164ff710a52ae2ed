import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode, noRight } from './start-refused.ts';
import { mayNotSwitch, type RunAs } from './unprivileged.ts';

/** Where each part of the embedded PostgreSQL lies within the data folder. */
export interface Layout {
  readonly dataFolder: string;
  /** Holds everything below. */
  readonly home: string;
  /** PostgreSQL's own files. */
  readonly cluster: string;
  /** The Unix socket, unless its path would be too long. */
  readonly socket: string;
  readonly password: string;
  readonly log: string;
}

/** Names the parts; touches nothing. */
export function layoutOf(dataFolder: string): Layout {
  const root = resolve(dataFolder);
  const home = join(root, 'postgres');
  return {
    dataFolder: root,
    home,
    cluster: join(home, 'cluster'),
    socket: join(home, 'socket'),
    password: join(home, 'password'),
    log: join(home, 'postgres.log'),
  };
}

/** Makes the data folder, passable for another user but not readable, where it does not exist yet. */
export function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  } catch (error) {
    // That is how Node names a read-only file system when it makes a folder with its parents.
    if (errorCode(error) === 'ENOENT') throw noRight(dataFolder, error);
    throw error;
  }
}

/** Makes the folders around the cluster, and lets the user who runs PostgreSQL pass through them. */
export function makeFolders(layout: Layout, user: RunAs): void {
  mkdirSync(layout.home, { recursive: true, mode: 0o711 });
  if (user.kind === 'other') chmodSync(layout.home, 0o711);
  makePrivateFolder(layout.socket, user);
}

/** Makes a folder that only the user who runs PostgreSQL may use; an existing one is kept. */
export function makePrivateFolder(folder: string, user: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(folder, user);
}

/** Hands a file or folder of ours to the user who runs PostgreSQL. */
export function giveTo(path: string, user: RunAs): void {
  if (user.kind === 'self' || statSync(path).uid === user.uid) return;
  try {
    chownSync(path, user.uid, user.gid);
  } catch (error) {
    throw errorCode(error) === 'EPERM' ? mayNotSwitch(user) : error;
  }
}
