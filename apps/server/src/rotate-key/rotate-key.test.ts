import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@timegrove/contract/new-id.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { readConfig } from '../config.ts';
import { lockDataFolder } from '../database/embedded/lock.ts';
import { StartRefused } from '../database/embedded/start-refused.ts';
import { listen } from '../database/listen.ts';
import { openPool, type OpenDatabase } from '../database/open.ts';
import { resealCredentials } from '../features/integrations/reseal-credentials.ts';
import { makeVault } from '../features/integrations/vault.ts';
import { addNewestKey, keyFileOf, readSecretKeys, type SecretKeys } from '../secret-key.ts';
import { admin, databaseUrl } from '../testing/postgres.ts';
import { rotateKey } from './rotate-key.ts';

let folder: string;
let database: OpenDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timegrove-rotation-'));
  const { url, template } = inject('postgres');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await admin(url, `create database ${name} template ${template}`);
  database = openPool(databaseUrl(url, name), 2);
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const credentials = [{ token: 'first' }, { email: 'kim@example.test', password: 'second' }];

/** Two accounts with a credential each, sealed with the newest of the keys. */
async function stored(keys: SecretKeys): Promise<readonly IntegrationId[]> {
  const ids: IntegrationId[] = [];
  for (const credential of credentials) {
    const [account_id, id] = [newId<'account'>(), newId<'integration'>()];
    const created_at = new Date();
    await database.db
      .insertInto('account')
      .values({ id: account_id, name: 'An account', created_at })
      .execute();
    await database.db
      .insertInto('integration')
      .values({
        account_id,
        id,
        provider: 'meistertask',
        state: 'active',
        created_at,
        masked_credential: '{}',
        credential: makeVault(keys).seal(credential, id),
      })
      .execute();
    ids.push(id);
  }
  return ids;
}

/** What a server with these keys reads. */
async function opened(keys: SecretKeys, ids: readonly IntegrationId[]) {
  const rows = await database.db.selectFrom('integration').select(['id', 'credential']).execute();
  return ids.map((id) =>
    makeVault(keys).open(rows.find((row) => row.id === id)?.credential ?? '', id),
  );
}

async function rotated(settings: Record<string, string> = {}): Promise<string> {
  const given = { TIMEGROVE_DATA: folder, DATABASE_URL: database.url, ...settings };
  return rotateKey(readConfig(given), () => {});
}

it('exchanges the key of the key file and seals every credential with the new one', async () => {
  const before = await readSecretKeys(undefined, folder);
  const ids = await stored(before);
  expect(await rotated()).toBe(
    `2 credentials are now sealed with a new key, and the old one is gone from ${keyFileOf(folder)}. Everybody has to sign in again.`,
  );
  const after = await readSecretKeys(undefined, folder);
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(await opened(after, ids)).toEqual(credentials);
  await expect(opened(before, ids)).rejects.toThrow('another key');
  expect((await stat(keyFileOf(folder))).mode % 0o1000).toBe(0o600);
});

it('leaves out what has no credential any more', async () => {
  const ids = await stored(await readSecretKeys(undefined, folder));
  await database.db
    .updateTable('integration')
    .set({ credential: null })
    .where('id', '=', ids[0] ?? newId<'integration'>())
    .execute();
  expect(await rotated()).toMatch(/^One credential is now sealed/);
});

it('killed before or after the credentials are sealed, leaves a server able to open them, and is completed by the next', async () => {
  const [first] = await readSecretKeys(undefined, folder);
  const ids = await stored([first]);
  const second = await addNewestKey(folder);
  expect(await opened(await readSecretKeys(undefined, folder), ids)).toEqual(credentials);
  await resealCredentials(database.db, makeVault(second));
  expect(await opened(await readSecretKeys(undefined, folder), ids)).toEqual(credentials);
  await addNewestKey(folder);
  expect(await opened(await readSecretKeys(undefined, folder), ids)).toEqual(credentials);
  await rotated();
  const last = await readSecretKeys(undefined, folder);
  expect(last).toHaveLength(1);
  expect(second).not.toContain(last[0]);
  expect(await opened(last, ids)).toEqual(credentials);
});

it('changes nothing when one credential cannot be opened, and keeps every key', async () => {
  const [first] = await readSecretKeys(undefined, folder);
  const ids = await stored([first]);
  await stored(['ef'.repeat(32)]);
  await expect(rotated()).rejects.toThrow('another key');
  expect(await readSecretKeys(undefined, folder)).toEqual([expect.any(String), first]);
  expect(await opened([first], ids)).toEqual(credentials);
});

it('refuses while a server works on the database, and touches nothing', async () => {
  const keys = await readSecretKeys(undefined, folder);
  const ids = await stored(keys);
  const listener = await listen(database.url, { hear: () => {}, listening: () => {} });
  await expect(rotated()).rejects.toThrow(
    new StartRefused('A Timegrove server works on this database. Stop it, and run this again.'),
  );
  await listener.close();
  expect(await readSecretKeys(undefined, folder)).toEqual(keys);
  expect(await opened(keys, ids)).toEqual(credentials);
});

it('refuses while a server runs on the data folder with the embedded database', async () => {
  const keys = await readSecretKeys(undefined, folder);
  const lock = lockDataFolder(folder);
  const config = readConfig({ TIMEGROVE_DATA: folder });
  await expect(rotateKey(config, () => {})).rejects.toThrow(/already uses the data folder/);
  lock.release();
  expect(await readSecretKeys(undefined, folder)).toEqual(keys);
});

it('refuses where there is no key yet', async () => {
  await expect(rotated()).rejects.toThrow(/^There is no key file/);
  await expect(readFile(keyFileOf(folder))).rejects.toThrow('ENOENT');
});

it('with TIMEGROVE_KEY seals with the first key, servers running or not, and says that the rest may go', async () => {
  const [older, newer] = ['ab'.repeat(32), 'cd'.repeat(32)];
  const ids = await stored([older]);
  await expect(rotated({ TIMEGROVE_KEY: older })).rejects.toThrow(/holds a single key/);
  const listener = await listen(database.url, { hear: () => {}, listening: () => {} });
  expect(await rotated({ TIMEGROVE_KEY: `${newer},${older}` })).toMatch(
    /^2 credentials are now sealed with the first key of TIMEGROVE_KEY, and the rest may now be removed/,
  );
  await listener.close();
  expect(await opened([newer], ids)).toEqual(credentials);
  await expect(readFile(keyFileOf(folder))).rejects.toThrow('ENOENT');
});

it('with TIMEGROVE_KEY refuses what is no key', () => {
  const settings = { TIMEGROVE_KEY: `${'ab'.repeat(32)},short` };
  expect(() => readConfig(settings)).toThrow('The setting TIMEGROVE_KEY is wrong');
});
