import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { askConnection } from '@timegrove/contract/connections.ts';
import { itemStates } from '@timegrove/contract/items.ts';
import { sayable } from '@timegrove/contract/say.ts';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { newId, newSecret } from './key.ts';
import { paths } from './say.ts';
import { words } from './words.ts';

test('the built script has at most 3 kB compressed, and nothing that a strict page forbids', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'timegrove-native-plugin-'));
  try {
    const configFile = join(import.meta.dirname, 'vite.config.ts');
    await build({ configFile, logLevel: 'silent', build: { outDir } });
    const script = await readFile(join(outDir, 'native-plugin.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3000);
    expect(String(script)).toContain('attachShadow({mode:`closed`})');
    // A classic script may have no import.meta, and a page that trusts no HTML nothing of the others.
    expect(String(script)).not.toMatch(
      /import\.meta|innerHTML|insertAdjacentHTML|eval\(|Function\(/,
    );
  } finally {
    await rm(outDir, { recursive: true });
  }
});

test('what it asks is what the contract has', () => {
  for (const [what, path] of Object.entries(paths)) {
    const [, endpoint] = Object.entries(sayable).find(([name]) => name === what) ?? [];
    expect(endpoint?.path.replace(':tokenId', ''), what).toBe(`/api/${path}`);
  }
});

test('its ids and secrets have the form that the server takes, and no two are the same', () => {
  const asked = { kind: 'native-plugin', name: 'tool.example' };
  const made = Array.from({ length: 500 }, () => ({ id: newId(), secret: newSecret(), ...asked }));
  for (const one of made) askConnection.body.parse(one);
  expect(new Set(made.flatMap(({ id, secret }) => [id, secret])).size).toBe(1000);
});

test('it has words for every state of an item, each in three languages', () => {
  expect(Object.keys(words)).toEqual(expect.arrayContaining([...itemStates]));
  const { known, ...said } = words;
  expect(known).toEqual(['']);
  for (const [word, forms] of Object.entries(said)) {
    expect(forms, word).toHaveLength(3);
    expect(forms, word).not.toContain('');
  }
});
