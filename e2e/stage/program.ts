import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
// A first `npm run demo` may have to build the web app.
const patience = 120_000;

/** A program of this repository that runs beside the test. */
export interface Program {
  /** Everything it has said so far. */
  said(): string;
  /** @param signal SIGKILL ends it as a power cut would */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a script with the Node of the test, and waits until its address answers. */
export async function startProgram(
  script: string,
  env: Readonly<Record<string, string>>,
  readyAt: string,
): Promise<Program> {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (said += String(part)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const until = Date.now() + patience;
  while (!(await answers(readyAt))) {
    if (child.exitCode !== null) throw new Error(`${script} ended:\n${said}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`${script} did not answer in time:\n${said}`);
    }
    await wait(50);
  }
  return { said: () => said, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
