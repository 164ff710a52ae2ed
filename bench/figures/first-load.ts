import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Bench } from '../pieces/bench.ts';
import { atMost, type Figure } from '../pieces/figure.ts';

const dist = join(import.meta.dirname, '../../apps/web/dist');
const built = z.object({ 'src/locales/en.po': z.object({ file: z.string() }) });

/**
 * The JavaScript that the built web app asks for before it shows anything, the words of one language
 * included, gzipped; kB of 1 000 bytes.
 */
export async function firstLoad({ note }: Bench): Promise<Figure[]> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path = '']) => path.replace(/^\//, ''),
  );
  if (files.length === 0) throw new Error('the page of the web app asks for no script');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  files.push(built.parse(manifest)['src/locales/en.po'].file);
  const bytes = files.map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  note(`${files.length} files`);
  const sum = bytes.reduce((total, size) => total + size, 0);
  return [atMost('web-first-load', sum / 1000, 'kB gzipped', 250)];
}
