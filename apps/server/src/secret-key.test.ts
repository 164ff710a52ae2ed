import { chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addNewestKey, keyFileOf, readSecretKeys, removeOlderKeys } from './secret-key.ts';

const [older, newer] = ['ab'.repeat(32), 'cd'.repeat(32)];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timegrove-key-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode % 0o1000;
}

it('makes a key file on the first start that its owner alone can read, and keeps it', async () => {
  const data = join(folder, 'data');
  const [key, ...others] = await readSecretKeys(undefined, data);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(others).toEqual([]);
  expect(await modeOf(keyFileOf(data))).toBe(0o600);
  expect(await readSecretKeys(undefined, data)).toEqual([key]);
  expect(await readdir(data)).toEqual(['secret.key']);
});

it('makes one key, however many begin at once', async () => {
  const all = await Promise.all(
    Array.from({ length: 8 }, async (_, index) =>
      readSecretKeys(undefined, index % 2 === 0 ? folder : `${folder}/`),
    ),
  );
  expect(new Set(all.flat()).size).toBe(1);
});

it('reads what the operator set, newest first, and leaves the folder alone', async () => {
  expect(await readSecretKeys(newer, folder)).toEqual([newer]);
  expect(await readSecretKeys(`${newer}, ${older}`, folder)).toEqual([newer, older]);
  expect(await readdir(folder)).toEqual([]);
});

it('reads a key file as earlier versions wrote it, without an end of line', async () => {
  await writeFile(keyFileOf(folder), older);
  expect(await readSecretKeys(undefined, folder)).toEqual([older]);
});

it.each(['', '\n', 'ab', `${'ab'.repeat(32)}\nrubbish`, 'AB'.repeat(32)])(
  'says which file is broken: %j',
  async (text) => {
    await writeFile(keyFileOf(folder), text);
    await expect(readSecretKeys(undefined, folder)).rejects.toThrow(keyFileOf(folder));
    expect(await readFile(keyFileOf(folder), 'utf8')).toBe(text);
  },
);

it('puts a new key first and removes all others, under the same owner and mode', async () => {
  const [first] = await readSecretKeys(undefined, folder);
  const owner = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0);
  await chown(keyFileOf(folder), owner, process.getgid?.() ?? 0);
  const keys = await addNewestKey(folder);
  expect(keys).toEqual([expect.not.stringMatching(first), first]);
  expect(await readSecretKeys(undefined, folder)).toEqual(keys);
  await writeFile(`${keyFileOf(folder)}.01234567.new`, `${first}\n`);
  await removeOlderKeys(folder);
  expect(await readSecretKeys(undefined, folder)).toEqual([keys[0]]);
  expect(await modeOf(keyFileOf(folder))).toBe(0o600);
  expect((await stat(keyFileOf(folder))).uid).toBe(owner);
  expect(await readdir(folder)).toEqual(['secret.key']);
});
