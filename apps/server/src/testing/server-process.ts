import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testKey, type TestServer } from './server.ts';

/** A server in a process of its own, on the database of a test server. */
export interface ServerProcess {
  readonly url: string;
  /** Everything it has written to its log so far. */
  readonly log: () => string;
  /** Ends it as a power cut would: no signal handler runs. */
  kill(): Promise<void>;
}

/** Starts a server process; it answers, and its jobs work, when this returns. */
export async function aServerProcess(
  server: TestServer,
  sandboxUrl: string,
  logLevel = 'error',
): Promise<ServerProcess> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timegrove-process-'));
  const port = await aFreePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: server.database.url,
      TIMEGROVE_DATA: dataFolder,
      TIMEGROVE_KEY: testKey,
      TIMEGROVE_PORT: String(port),
      TIMEGROVE_LOG: logLevel,
      TIMEGROVE_SANDBOX: sandboxUrl,
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => said.push(String(part)));
  await new Promise<void>((started, failed) => {
    child.stdout.on('data', (part) => String(part).includes('Timegrove:') && started());
    child.once('exit', () => failed(new Error(`the server ended at its start: ${said.join('')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => said.join(''),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
