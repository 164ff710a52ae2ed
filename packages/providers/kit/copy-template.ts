import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderFolder } from './find-folders.ts';

const providers = join(import.meta.dirname, '..');

/** A provider outside the repository, for tests. */
export interface CopiedProvider extends ProviderFolder {
  /** Where the folder lies, beside links to `kit` and `node_modules`. */
  readonly place: string;
  readonly remove: () => void;
}

/** Makes a provider as the guide says: copies the template, then writes its id into two files. */
export function copyTemplate(id: string): CopiedProvider {
  const place = mkdtempSync(join(tmpdir(), 'timegrove-providers-'));
  const path = join(place, id);
  symlinkSync(join(providers, 'kit'), join(place, 'kit'));
  symlinkSync(join(providers, '../../node_modules'), join(place, 'node_modules'));
  cpSync(join(providers, '_template'), path, { recursive: true });
  for (const name of ['index.ts', 'sandbox.ts']) {
    const file = join(path, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace("id: 'example'", `id: '${id}'`));
  }
  return { id, path, place, remove: () => rmSync(place, { recursive: true }) };
}
