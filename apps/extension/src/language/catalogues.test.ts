import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { manifestFor } from '../../manifest.ts';

const root = `${import.meta.dirname}/../..`;
const config = getConfig({ cwd: root, configPath: `${root}/lingui.config.ts` });

// After a change of texts: npm run extract --workspace apps/extension
test('every text of the windows and of the buttons is in every catalogue, and no other', async () => {
  const catalogues = await getCatalogs(config);
  expect(catalogues.length).toBe(2);
  for (const catalogue of catalogues) {
    const used = Object.keys((await catalogue.collect()) ?? {}).toSorted();
    expect(used.length).toBeGreaterThan(10);
    for (const locale of config.locales) {
      const known = Object.entries((await catalogue.read(locale)) ?? {})
        .filter(([, { obsolete, translation }]) => obsolete !== true && translation !== '')
        .map(([id]) => id);
      expect(known.toSorted(), locale).toEqual(used);
    }
  }
}, 60_000);

test('what the browser itself shows is said in every language', async () => {
  const known = await Promise.all(
    config.locales.map(async (locale) => {
      const file = `${root}/public/_locales/${locale}/messages.json`;
      return Object.keys(JSON.parse(await readFile(file, 'utf8')));
    }),
  );
  const { description, commands } = manifestFor('chrome');
  const used = [description, commands?.['start-or-stop']?.description].map((text) =>
    text?.replaceAll(/^__MSG_|__$/g, ''),
  );
  for (const keys of known) expect(keys).toEqual(used);
});
