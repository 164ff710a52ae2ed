import { existsSync, readFileSync } from 'node:fs';
import { languages } from '@timegrove/domain/people/language.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';

const folder = `${import.meta.dirname}/../../public`;
const icons = z.array(z.object({ src: z.string() }));
const manifest = z.looseObject({
  lang: z.string(),
  description: z.string(),
  icons,
  shortcuts: z.array(z.looseObject({ name: z.string(), description: z.string(), icons })),
});

function read(language: string): z.output<typeof manifest> {
  const name = language === 'en' ? 'manifest' : `manifest.${language}`;
  return manifest.parse(JSON.parse(readFileSync(`${folder}/${name}.webmanifest`, 'utf8')));
}

test.each(languages)(
  'the manifest in “%s” differs from the others in its words alone',
  (language) => {
    const own = read(language);
    const english = read('en');
    expect(own.lang).toBe(language);
    const shortcuts = own.shortcuts.map((shortcut, at) => ({
      ...shortcut,
      name: english.shortcuts[at]?.name,
      description: english.shortcuts[at]?.description,
    }));
    const { lang, description } = english;
    expect({ ...own, lang, description, shortcuts }).toEqual(english);
  },
);

test('every icon that it names is there', () => {
  const { icons: large, shortcuts } = read('en');
  const sources = [...large, ...shortcuts.flatMap((one) => one.icons)].map(({ src }) => src);
  expect(sources.filter((src) => !existsSync(folder + src))).toEqual([]);
});
