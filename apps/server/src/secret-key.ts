import { randomBytes } from 'node:crypto';
import { chown, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The server's keys, each 64 hex digits: the newest seals, the older ones still open what they sealed. */
export type SecretKeys = readonly [newest: string, ...older: string[]];

/**
 * Gives the server's keys, newest first: the configured ones, separated by commas, or those of the
 * key file, one a line. The key file is made with one key and mode 0600 where there is none.
 */
export async function readSecretKeys(
  configured: string | undefined,
  dataFolder: string,
): Promise<SecretKeys> {
  if (configured !== undefined) return parseKeys(configured, 'The setting TIMEGROVE_KEY');
  await mkdir(dataFolder, { recursive: true });
  await makeKeyFile(dataFolder);
  return readKeyFile(dataFolder);
}

/** Where the key file of a data folder is. */
export function keyFileOf(dataFolder: string): string {
  return join(dataFolder, 'secret.key');
}

/** Puts a new key before those of the key file; when this resolves, it outlives a power cut. */
export async function addNewestKey(dataFolder: string): Promise<SecretKeys> {
  const keys: SecretKeys = [makeKey(), ...(await readKeyFile(dataFolder))];
  await replaceKeyFile(dataFolder, keys);
  return keys;
}

/** Removes every key but the newest from the key file, and from what a crash left beside it. */
export async function removeOlderKeys(dataFolder: string): Promise<void> {
  const [newest] = await readKeyFile(dataFolder);
  await replaceKeyFile(dataFolder, [newest]);
  const file = keyFileOf(dataFolder);
  for (const name of await readdir(dataFolder)) {
    const path = join(dataFolder, name);
    if (path.startsWith(`${file}.`) && path.endsWith(draftEnding)) await rm(path, { force: true });
  }
}

async function readKeyFile(dataFolder: string): Promise<SecretKeys> {
  const file = keyFileOf(dataFolder);
  return parseKeys(await readFile(file, 'utf8'), `The key file ${file}`);
}

function parseKeys(text: string, where: string): SecretKeys {
  const [newest, ...older] = text.split(/[\s,]+/).filter((key) => key !== '');
  if (newest === undefined || ![newest, ...older].every((key) => /^[0-9a-f]{64}$/.test(key))) {
    throw new Error(`${where} does not hold keys of 64 hex digits each.`);
  }
  return [newest, ...older];
}

function makeKey(): string {
  return randomBytes(32).toString('hex');
}

/** Of two that make it at once, one succeeds, and nobody ever reads half a file. */
async function makeKeyFile(dataFolder: string): Promise<void> {
  const file = keyFileOf(dataFolder);
  if (await exists(file)) return;
  const draft = await writeDraft(file, [makeKey()]);
  try {
    await link(draft, file);
    await syncFolder(dataFolder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}

async function replaceKeyFile(dataFolder: string, keys: SecretKeys): Promise<void> {
  const file = keyFileOf(dataFolder);
  const { uid, gid } = await stat(file);
  const draft = await writeDraft(file, keys);
  try {
    // Whoever rotates the key, the server that could read the file can read it still.
    if ((await stat(draft)).uid !== uid) await chown(draft, uid, gid);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

const draftEnding = '.new';

async function writeDraft(file: string, keys: SecretKeys): Promise<string> {
  const draft = `${file}.${randomBytes(4).toString('hex')}${draftEnding}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(keys.map((key) => `${key}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

/** A new name in a folder outlives a power cut only once the folder itself is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
