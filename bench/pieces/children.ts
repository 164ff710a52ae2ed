import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { RunKey } from '../../apps/server/src/features/sync/read-work.ts';

const root = join(import.meta.dirname, '..', '..');

/** A program that runs beside the bench until it is stopped. */
export interface Child {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the sandbox as `npm run demo` does, with 5 000 or 100 000 tasks and without the vendors' limits. */
export async function startSandbox(size: 'company' | 'stress'): Promise<Child> {
  const child = spawn(process.execPath, [join(root, 'apps/sandbox/src/main.ts')], {
    env: {
      ...process.env,
      TIMEGROVE_SANDBOX_PORT: '0',
      TIMEGROVE_SANDBOX_SIZE: size,
      TIMEGROVE_SANDBOX_RATE_LIMIT: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithUs(child);
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: async () => end(child) };
  }
  throw new Error('the sandbox did not start');
}

/** A server in a process of its own. */
export interface ServerChild extends Child {
  /** How many SQL statements it has sent so far. */
  statements(): Promise<number>;
  /** Tells its jobs that a run is waiting. */
  wake(run: RunKey): Promise<void>;
}

const ready = z.object({ url: z.string() });
const counted = z.object({ statements: z.number() });

/** Starts a server on a database; requests to vendors go to the sandbox, without limits. */
export async function startServer(databaseUrl: string, sandboxUrl = ''): Promise<ServerChild> {
  const child = fork(join(root, 'bench/processes/server.ts'), [databaseUrl, sandboxUrl], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  endWithUs(child);
  const { url } = ready.parse((await once(child, 'message'))[0]);
  return {
    url,
    stop: async () => end(child),
    statements: async () => {
      child.send({ ask: 'statements' });
      return counted.parse((await once(child, 'message'))[0]).statements;
    },
    wake: async (run) => {
      child.send({ ask: 'wake', run });
      await once(child, 'message');
    },
  };
}

/** Ends a child and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** However the bench ends, it leaves no child behind. */
export function endWithUs(child: ChildProcess): void {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}
