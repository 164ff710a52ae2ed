import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One folder that holds a provider; `id` is the folder's name. */
export interface ProviderFolder {
  readonly id: string;
  readonly path: string;
}

const home = join(import.meta.dirname, '..');

/**
 * Finds the provider folders: those with an `index.ts`, except `kit` and names that begin with `_`.
 * @param extraFolders absolute paths of further provider folders
 */
export function findFolders(extraFolders: readonly string[] = []): readonly ProviderFolder[] {
  const own = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kit' && !/^[_.]/.test(entry.name))
    .map((entry) => join(home, entry.name))
    .filter((path) => existsSync(join(path, 'index.ts')))
    .sort();
  return [...own, ...extraFolders].map((path) => ({ id: path.replace(/^.*[\\/]/, ''), path }));
}

/** Reads folders as an operator names them: paths with commas between, from where the process began. */
export function foldersNamed(setting: string): readonly string[] {
  return setting.split(',').flatMap((path) => (path.trim() === '' ? [] : resolve(path.trim())));
}

/** What loading one part of every folder gave; a broken folder does not stop the others. */
export interface Loaded<Part> {
  readonly loaded: readonly Part[];
  readonly broken: readonly { readonly folder: string; readonly error: Error }[];
}

/** Loads one part of every folder, side by side. */
export async function loadFolders<Part>(
  folders: readonly ProviderFolder[],
  load: (folder: ProviderFolder) => Promise<Part>,
): Promise<Loaded<Part>> {
  const results = await Promise.allSettled(folders.map(load));
  return {
    loaded: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    broken: results.flatMap((result, at) =>
      result.status === 'rejected' ? [brokenFolder(folders[at], result.reason)] : [],
    ),
  };
}

function brokenFolder(folder: ProviderFolder | undefined, reason: unknown) {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  return { folder: folder?.path ?? '', error };
}
