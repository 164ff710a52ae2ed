import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Bench } from '../pieces/bench.ts';
import { atMost, type Figure } from '../pieces/figure.ts';

const dist = join(import.meta.dirname, '../../apps/web/dist');
const file = z.object({ file: z.string(), imports: z.array(z.string()).default([]) });
const built = z.record(z.string(), file);
type Built = z.output<typeof built>;

/** What is asked for besides, once the server has said who comes. */
const next = {
  'the way in': 'src/features/session/visitor-screen.tsx',
  'the frame and the timesheet': 'src/shell/member-app.ts',
};

/**
 * The JavaScript that the page of the built web app asks for, the words of one language included,
 * gzipped; kB of 1 000 bytes. What a visitor or a member needs besides is told by the way.
 */
export async function firstLoad({ note }: Bench): Promise<Figure[]> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path = '']) => path.replace(/^\//, ''),
  );
  if (files.length === 0) throw new Error('the page of the web app asks for no script');
  const manifest = built.parse(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')));
  files.push(...filesOf(manifest, 'src/locales/en.po'));
  note(`${files.length} files`);
  for (const [name, module] of Object.entries(next)) {
    const more = filesOf(manifest, module).filter((one) => !files.includes(one));
    note(`${name}: ${kB(more).toFixed(1)} kB more in ${more.length} files`);
  }
  return [atMost('web-first-load', kB(files), 'kB gzipped', 250)];
}

/** The file of a module and those that it imports, each once. */
function filesOf(manifest: Built, name: string, found = new Set<string>()): string[] {
  const { file: path = '', imports = [] } = manifest[name] ?? {};
  if (path === '') throw new Error(`the build knows no ${name}`);
  if (!found.has(path)) {
    found.add(path);
    for (const one of imports) filesOf(manifest, one, found);
  }
  return [...found];
}

function kB(files: readonly string[]): number {
  const bytes = files.map((path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
  return bytes.reduce((total, size) => total + size, 0) / 1000;
}
