import { deepEqual } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { pictureFile, readHelp } from '../read-help.ts';
import type { ConformanceCase } from './case.ts';

/** What lies beside the code of a provider. */
export const folderCases: readonly ConformanceCase[] = [
  {
    name: 'has an icon and a README',
    run: async ({ provider, folder }) => {
      deepEqual(
        [provider.icon, 'README.md'].filter((file) => !existsSync(join(folder, file))),
        [],
        'is missing',
      );
    },
  },
  {
    name: 'has a help page with its four parts, and the pictures that it shows',
    run: async ({ folder }) => {
      const shown = (await shapeOf(folder, 'en')).flatMap(({ picture }) => picture ?? []);
      deepEqual(
        shown.filter((name) => !existsSync(pictureFile(folder, name))),
        [],
        'the pictures are missing',
      );
    },
  },
  {
    name: 'tells in every language of its help page what the English one tells, with the same pictures',
    run: async ({ folder }) => {
      const english = await shapeOf(folder, 'en');
      for (const language of languages)
        deepEqual(await shapeOf(folder, language), english, `in ${language} it differs`);
    },
  },
];

/** What a help page consists of, whatever its words are. */
async function shapeOf(folder: string, language: Language) {
  const { parts } = await readHelp(folder, language);
  return parts.flatMap(({ name, blocks }) =>
    blocks.map((block) => ({
      part: name,
      type: block.type,
      ...('items' in block && { items: block.items.length }),
      ...(block.type === 'picture' && { picture: block.name }),
    })),
  );
}
