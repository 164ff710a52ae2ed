import { setTimeout as sleep } from 'node:timers/promises';
import type { Postmaster } from './postmaster-file.ts';
import { stillLives } from './process-identity.ts';
import { runPostgres, type Installation } from './run-postgres.ts';
import { signalPostgres, stopPostgres } from './stop-postgres.ts';

/** A server that is looked after until it is stopped. */
export interface KeptServer {
  /** Shuts the server down for good. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 500;

/** Looks after a running server: starts it again if it dies, shuts it down if this process exits. */
export function keepRunning(
  first: Postmaster,
  installation: Installation,
  say: (line: string) => void,
): KeptServer {
  const state: { server: Postmaster; stopping: boolean; restart: Promise<void> | null } = {
    server: first,
    stopping: false,
    restart: null,
  };
  const revive = async (): Promise<void> => {
    for (let pause = 500; !state.stopping; pause = Math.min(2 * pause, 30_000)) {
      try {
        state.server = await runPostgres(installation);
        return;
      } catch (error) {
        say(`PostgreSQL does not start again. ${error instanceof Error ? error.message : ''}`);
        await sleep(pause, undefined, { ref: false });
      }
    }
  };
  const look = (): void => {
    if (state.restart !== null || stillLives(state.server.pid, state.server.identity)) return;
    say('PostgreSQL has ended unexpectedly, starting it again.');
    state.restart = revive().finally(() => (state.restart = null));
  };
  const onExit = (): void => signalPostgres(state.server, 'SIGINT');

  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  process.once('exit', onExit);
  return {
    async stop() {
      state.stopping = true;
      clearInterval(timer);
      process.off('exit', onExit);
      await state.restart;
      await stopPostgres(state.server);
    },
  };
}
