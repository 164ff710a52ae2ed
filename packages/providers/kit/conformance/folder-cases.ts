import { deepEqual } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
      const blocks = (await readHelp(folder)).flatMap((part) => part.blocks);
      const shown = blocks.flatMap((block) => (block.type === 'picture' ? [block.name] : []));
      deepEqual(
        shown.filter((name) => !existsSync(pictureFile(folder, name))),
        [],
        'the pictures are missing',
      );
    },
  },
];
