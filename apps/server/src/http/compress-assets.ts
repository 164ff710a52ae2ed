import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:js|css|svg|json)$/;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const forms = {
  br: async (content: Buffer) => promisify(brotliCompress)(content, quality),
  gz: async (content: Buffer) => promisify(gzip)(content, { level: 9 }),
} as const;

/** Puts a compressed copy beside every file of a folder whose names carry their content's hash. */
export async function compressAssets(folder: string): Promise<void> {
  const names = new Set(await readdir(folder));
  for (const name of names) {
    if (!compressible.test(name)) continue;
    for (const [ending, compress] of Object.entries(forms)) {
      const target = `${name}.${ending}`;
      if (names.has(target)) continue;
      const content = await compress(await readFile(join(folder, name)));
      // Under another name first: a half-written copy must not be served.
      const unfinished = join(folder, `.${target}.${process.pid}`);
      await writeFile(unfinished, content);
      await rename(unfinished, join(folder, target));
    }
  }
}
