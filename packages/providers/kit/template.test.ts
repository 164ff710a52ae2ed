import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conformanceCases, loadSubject } from './conformance.ts';
import { loadProviders } from './load-providers.ts';
import { loadSandboxes } from './load-sandboxes.ts';

// Inside the repository, so that a copied folder finds the same packages as a real one.
const cache = join(import.meta.dirname, '../../../.cache');
mkdirSync(cache, { recursive: true });
const place = mkdtempSync(join(cache, 'providers-'));
const folder = { id: 'acme', path: join(place, 'acme') };
symlinkSync(import.meta.dirname, join(place, 'kit'));
// What the guide says: copy the folder, then write its name into two files.
cpSync(join(import.meta.dirname, '../_template'), folder.path, { recursive: true });
for (const file of ['index.ts', 'sandbox.ts']) {
  const path = join(folder.path, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace("id: 'example'", "id: 'acme'"));
}
afterAll(() => rmSync(place, { recursive: true }));

describe('a provider made by copying the template', async () => {
  const subject = await loadSubject(folder);

  it.each(conformanceCases)('$name', ({ run }) => run(subject));

  it('is found beside the others, with its sandbox', async () => {
    const { providers, folders, broken } = await loadProviders({ extraFolders: [folder.path] });
    expect(broken).toEqual([]);
    expect(providers.map((provider) => provider.id)).toContain('acme');
    expect(folders.get('acme')).toBe(folder.path);
    const { loaded } = await loadSandboxes({ extraFolders: [folder.path] });
    expect(loaded.map(({ id }) => id)).toContain('acme');
  });
});

describe('a broken folder', () => {
  it('is told of and does not stop the others', async () => {
    const wrongId = join(place, 'wrong-id');
    const noProvider = join(place, 'no-provider');
    cpSync(folder.path, wrongId, { recursive: true });
    mkdirSync(noProvider);
    writeFileSync(join(noProvider, 'index.ts'), 'export const provider = { id: "no-provider" };');
    const { providers, broken } = await loadProviders({
      extraFolders: [wrongId, noProvider, join(place, 'absent')],
    });
    expect(providers.length).toBeGreaterThan(0);
    expect(broken.map((one) => one.folder)).toEqual([wrongId, noProvider, join(place, 'absent')]);
    expect(broken[0]?.error.message).toContain('its folder is “wrong-id”');
    expect(broken[1]?.error.message).toContain('levels');
  });
});
