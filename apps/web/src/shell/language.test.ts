import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { beforeAll, describe, expect, test } from 'vitest';

const web = `${import.meta.dirname}/../..`;
const config = getConfig({ cwd: web, configPath: `${web}/lingui.config.ts` });
let used: readonly string[] = [];
let read: (locale: string) => Promise<readonly string[]>;

// After a change of texts: npm run extract --workspace apps/web
beforeAll(async () => {
  const [catalogue] = await getCatalogs(config);
  if (catalogue === undefined) throw new Error('No catalogue is configured.');
  used = Object.keys((await catalogue.collect()) ?? {});
  read = async (locale) =>
    Object.entries((await catalogue.read(locale)) ?? {}).flatMap(([id, message]) =>
      message.obsolete === true || message.translation === '' ? [] : [id],
    );
}, 60_000);

test('the texts of the screens and of the controls are found', () => {
  expect(used.length).toBeGreaterThan(100);
});

describe.each([...config.locales])('the catalogue of %s', (locale) => {
  test('has every text that a screen shows', async () => {
    const known = new Set(await read(locale));
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  test('has no text that no screen shows', async () => {
    const shown = new Set(used);
    expect((await read(locale)).filter((id) => !shown.has(id))).toEqual([]);
  });
});
