import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identityOf, stillLives } from './process-identity.ts';
import { StartRefused, errorCode } from './start-refused.ts';

/** The claim of this process on one data folder. */
export interface DataFolderLock {
  /** Gives the data folder free for another process. */
  release(): void;
}

const Holder = z.object({ pid: z.number().int(), identity: z.string() });
type Holder = z.infer<typeof Holder>;

/**
 * Claims the data folder for as long as this process lives; a dead holder's claim counts for
 * nothing, however it died. Throws StartRefused while another living process holds it.
 *
 * Claims are numbered files and the highest one rules. Taking over means creating the next number,
 * which the file system grants to exactly one process; nothing is ever replaced in place.
 */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  const folder = join(dataFolder, 'lock');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const last = highestClaim(folder);
    const holder = last === 0 ? null : readHolder(claimPath(folder, last));
    if (holder !== null && stillLives(holder.pid, holder.identity)) refuse(holder, dataFolder);
    const mine = last + 1;
    if (!claim(folder, mine)) continue;
    if (highestClaim(folder) === mine) return hold(folder, mine);
    rmSync(claimPath(folder, mine), { force: true });
  }
}

function hold(folder: string, mine: number): DataFolderLock {
  // The claim just below stays: a process that is reading the folder right now must see a number.
  for (const number of claims(folder)) {
    if (number < mine - 1) rmSync(claimPath(folder, number), { force: true });
  }
  return { release: () => rmSync(claimPath(folder, mine), { force: true }) };
}

function claim(folder: string, number: number): boolean {
  const draft = join(folder, `draft-${process.pid}`);
  const holder: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  writeFileSync(draft, JSON.stringify(holder));
  try {
    // A link, unlike an exclusive create, appears together with its whole content.
    linkSync(draft, claimPath(folder, number));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function claims(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^(\d+)\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function highestClaim(folder: string): number {
  return Math.max(0, ...claims(folder));
}

function claimPath(folder: string, number: number): string {
  return join(folder, `${number}.json`);
}

function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const code = errorCode(error);
    if (code !== undefined && code !== 'ENOENT') throw error;
    return null;
  }
}

function refuse(holder: Holder, dataFolder: string): never {
  throw new StartRefused(
    `Another Timegrove (pid ${holder.pid}) already uses the data folder ${dataFolder}. ` +
      'Stop it first, or set TIMEGROVE_DATA to another folder.',
  );
}
