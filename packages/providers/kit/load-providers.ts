import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '@timegrove/domain/people/language.ts';
import type { Provider } from '@timegrove/domain/provider.ts';
import { isProvider } from './define-provider.ts';
import { findFolders, loadFolders } from './find-folders.ts';
import type { ProviderFolder } from './find-folders.ts';
import { readHelp } from './read-help.ts';

/** The providers that were found, and the folders that could not be used, with the reason. */
export interface LoadedProviders {
  readonly providers: readonly Provider[];
  /** The absolute folder of each provider by its id, for its icon and its help page. */
  readonly folders: ReadonlyMap<string, string>;
  readonly broken: readonly { readonly folder: string; readonly error: Error }[];
}

/**
 * Loads every provider folder. Nothing outside a folder names it: to add one is to make the folder.
 * @param options.extraFolders absolute paths of further provider folders
 */
export async function loadProviders(
  options: { readonly extraFolders?: readonly string[] } = {},
): Promise<LoadedProviders> {
  const found = findFolders(options.extraFolders);
  const isFirst = (folder: ProviderFolder) => found.find(({ id }) => id === folder.id) === folder;
  const { loaded, broken } = await loadFolders(found, async (folder) => {
    if (isFirst(folder)) return loadProvider(folder);
    throw new Error(`Another provider has the id “${folder.id}”.`);
  });
  return {
    providers: loaded,
    folders: new Map(found.filter(isFirst).map((folder) => [folder.id, folder.path])),
    broken,
  };
}

/**
 * Loads the provider of one folder.
 * @throws Error that says what is wrong with the folder
 */
export async function loadProvider(folder: ProviderFolder): Promise<Provider> {
  const module: unknown = await import(pathToFileURL(join(folder.path, 'index.ts')).href);
  const value = exported(module, 'provider');
  const complaints: string[] = [];
  if (!isProvider(value, complaints))
    throw new Error(`index.ts exports no usable \`provider\`. ${complaints.join('; ')}`);
  if (value.id !== folder.id)
    throw new Error(`The id of the provider is “${value.id}”, its folder is “${folder.id}”.`);
  for (const language of languages) await readHelp(folder.path, language);
  return value;
}

/** Reads one named export of a loaded module; undefined when it has none of that name. */
export function exported(module: unknown, name: string): unknown {
  return typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
}
