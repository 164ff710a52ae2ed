import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The server's key: the configured one, or that of a key file made on first start with mode 0600. */
export async function readSecretKey(
  configured: string | undefined,
  dataFolder: string,
): Promise<string> {
  if (configured !== undefined) return configured;
  const file = join(dataFolder, 'secret.key');
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new Error(`The key file ${file} does not hold 64 hex digits.`);
  return key;
}
