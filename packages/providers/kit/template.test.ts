import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conformanceCases, loadSubject } from './conformance.ts';
import { copyTemplate } from './copy-template.ts';
import { loadProviders } from './load-providers.ts';
import { loadSandboxes } from './load-sandboxes.ts';
import { helpTitles } from './read-help.ts';

const folder = copyTemplate('acme');
const { place } = folder;
afterAll(folder.remove);

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

  it('is told of where there is no help page', async () => {
    const mute = copyTemplate('mute');
    rmSync(join(mute.path, 'help.md'));
    const { broken } = await loadProviders({ extraFolders: [mute.path] });
    mute.remove();
    expect(broken.map((one) => one.folder)).toEqual([mute.path]);
    expect(broken[0]?.error.message).toContain('help.md');
  });

  it('does not conform where the help page shows a picture that is not there', async () => {
    const blank = join(place, 'blank');
    cpSync(folder.path, blank, { recursive: true });
    appendFileSync(join(blank, 'help.md'), '\n![The form](help/absent.png)\n');
    const subject = { ...(await loadSubject(folder)), folder: blank };
    const examined = conformanceCases.find(({ name }) => name.includes('help page'));
    await expect(examined?.run(subject)).rejects.toThrow('absent');
  });

  it('does not conform where a translated help page lacks what the English one has', async () => {
    const half = join(place, 'half');
    cpSync(folder.path, half, { recursive: true });
    const page = helpTitles.de.map((title) => `## ${title}\n\nWorte.`).join('\n\n');
    writeFileSync(join(half, 'help.de.md'), page);
    const subject = { ...(await loadSubject(folder)), folder: half };
    const examined = conformanceCases.find(({ name }) => name.includes('every language'));
    await expect(examined?.run(subject)).rejects.toThrow('in de it differs');
  });

  it.each([
    ['finds every task', "const heading = 'h1'", "const heading = 'h9'"],
    ['finds every task', 'item: `task_${id}`', 'item: `task_0${id}`'],
    ['names whole sites', 'https://vendor.example/*', 'http://vendor.example/*'],
    [
      'without anything but the page',
      'import { findPlace',
      "import 'node:fs';\nimport { findPlace",
    ],
  ])('does not conform where its page.ts breaks “%s”: %s', async (name, right, wrong) => {
    const odd = copyTemplate('odd');
    const file = join(odd.path, 'page.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(right, wrong));
    const examined = conformanceCases.find((one) => one.name.includes(name));
    await expect(examined?.run(await loadSubject(odd))).rejects.toThrow();
    odd.remove();
  });

  it('does not take the place of another with its id', async () => {
    const { providers } = await loadProviders();
    const [first] = providers;
    const double = join(place, first?.id ?? '');
    cpSync(folder.path, double, { recursive: true });
    const all = await loadProviders({ extraFolders: [double] });
    expect(all.providers).toEqual(providers);
    expect(all.folders.get(first?.id ?? '')).not.toBe(double);
    expect(all.broken[0]?.error.message).toContain('Another provider has the id');
  });
});
