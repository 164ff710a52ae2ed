import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const providers = join(import.meta.dirname, '../../packages/providers');
const pageModule = z.object({ page: z.object({ matches: z.array(z.string()).min(1) }) });

/** The match patterns of all vendors' pages, as their folders' `page.ts` say; sorted. */
export async function vendorMatches(): Promise<string[]> {
  const folders = await readdir(providers, { withFileTypes: true });
  const found = await Promise.all(
    folders
      .filter(({ name }) => name !== 'kit' && !name.startsWith('_'))
      .map(async ({ name }) => matchesOf(join(providers, name))),
  );
  return [...new Set(found.flat())].sort();
}

async function matchesOf(folder: string): Promise<readonly string[]> {
  const files: readonly string[] = await readdir(folder).catch(() => []);
  if (!files.includes('page.ts')) return [];
  const loaded: unknown = await import(pathToFileURL(join(folder, 'page.ts')).href);
  return pageModule.parse(loaded).page.matches;
}
