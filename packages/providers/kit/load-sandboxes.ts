import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { findFolders, loadFolders } from './find-folders.ts';
import type { Loaded, ProviderFolder } from './find-folders.ts';
import { exported } from './load-providers.ts';
import type { Sandbox } from './sandbox/simulator.ts';

/** A provider folder with its sandbox. */
export interface FolderWithSandbox extends ProviderFolder {
  readonly sandbox: Sandbox;
}

const isSandbox = z.custom<Sandbox>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    typeof value.start === 'function',
);

/**
 * Loads the sandbox of every provider folder that has one.
 * @param options.extraFolders absolute paths of further provider folders
 */
export function loadSandboxes(
  options: { readonly extraFolders?: readonly string[] } = {},
): Promise<Loaded<FolderWithSandbox>> {
  const folders = findFolders(options.extraFolders);
  return loadFolders(
    folders.filter(({ path }) => existsSync(join(path, 'sandbox.ts'))),
    loadSandbox,
  );
}

/** Loads the sandbox of one folder. @throws Error when `sandbox.ts` exports no usable `sandbox` */
export async function loadSandbox(folder: ProviderFolder): Promise<FolderWithSandbox> {
  const module: unknown = await import(pathToFileURL(join(folder.path, 'sandbox.ts')).href);
  const found = isSandbox.safeParse(exported(module, 'sandbox'));
  if (!found.success) throw new Error(`${folder.path}/sandbox.ts exports no usable \`sandbox\`.`);
  return { ...folder, sandbox: found.data };
}
