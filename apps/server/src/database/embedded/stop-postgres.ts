import { setTimeout as sleep } from 'node:timers/promises';
import type { Postmaster } from './postmaster-file.ts';
import { stillLives } from './process-identity.ts';
import { errorCode } from './start-refused.ts';

const PATIENCE_MS = 60_000;

/** Shuts a server down the fast way (open transactions are rolled back) and answers once it is gone. */
export async function stopPostgres(server: Postmaster): Promise<void> {
  signalPostgres(server, 'SIGINT');
  if (await isGone(server, PATIENCE_MS)) return;
  // The immediate shutdown loses nothing either, the next start recovers from the log.
  signalPostgres(server, 'SIGQUIT');
  await isGone(server, PATIENCE_MS);
}

/** Sends a signal to the server, unless it is gone. */
export function signalPostgres(server: Postmaster, signal: 'SIGINT' | 'SIGQUIT'): void {
  if (!stillLives(server.pid, server.identity)) return;
  try {
    process.kill(server.pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function isGone(server: Postmaster, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (stillLives(server.pid, server.identity)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}
