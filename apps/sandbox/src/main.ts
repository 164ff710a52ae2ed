import { foldersNamed } from '@timegrove/providers/kit/find-folders.ts';
import { isSeedSize, seedSizes } from '@timegrove/providers/kit/sandbox/seed.ts';
import { startSandbox } from './start-sandbox.ts';

const { env } = process;
const host = env['TIMEGROVE_SANDBOX_HOST'] ?? '127.0.0.1';
const port = Number(env['TIMEGROVE_SANDBOX_PORT'] ?? 4748);
const size = env['TIMEGROVE_SANDBOX_SIZE'] ?? 'agency';
const limit = env['TIMEGROVE_SANDBOX_RATE_LIMIT'] ?? 'on';
const timegrove = env['TIMEGROVE_URL']?.replace(/\/+$/, '');
const extraFolders = foldersNamed(env['TIMEGROVE_PROVIDERS'] ?? '');

if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail('TIMEGROVE_SANDBOX_PORT must be a port number between 0 and 65535.');
if (!isSeedSize(size)) fail(`TIMEGROVE_SANDBOX_SIZE must be one of ${seedSizes.join(', ')}.`);
if (timegrove !== undefined && !/^https?:$/.test(URL.parse(timegrove)?.protocol ?? ''))
  fail('TIMEGROVE_URL must be an http or https address.');
if (limit !== 'on' && limit !== 'off') fail('TIMEGROVE_SANDBOX_RATE_LIMIT must be on or off.');

try {
  const rateLimit = limit === 'on';
  const sandbox = await startSandbox({ host, port, size, rateLimit, timegrove, extraFolders });
  if (env['TIMEGROVE_DEMO'] === undefined) console.log(`Sandbox: ${sandbox.url}`);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    // A group of processes is often told twice to stop, by the system and by the parent.
    stopping ??= sandbox.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  fail(sentenceOf(error));
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what uses it, or set TIMEGROVE_SANDBOX_PORT to another port.`;
  if (code === 'EADDRNOTAVAIL')
    return `This machine has no address ${host}. Set TIMEGROVE_SANDBOX_HOST to one that it has.`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user. Set TIMEGROVE_SANDBOX_PORT to a port above 1023.`;
  return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
