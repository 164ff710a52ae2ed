import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './open-database.ts';
import { readPostmaster, type Postmaster } from './postmaster-file.ts';
import { stopPostgres } from './stop-postgres.ts';
import { socketFolderOf } from './socket-folder.ts';
import type { Layout } from './layout.ts';

/**
 * Takes over the PostgreSQL that an earlier, killed Timegrove left running on this cluster. Null
 * when none runs; one that does not answer (its socket may have been swept away) is shut down.
 */
export async function adoptPostgres(layout: Layout, password: string): Promise<Postmaster | null> {
  const server = await settled(layout.cluster);
  if (server === null) return null;
  try {
    await openDatabase(socketFolderOf(layout, server.socket).path, password);
    return server;
  } catch {
    await stopPostgres(server);
    return null;
  }
}

/** Waits for a server that is just starting or stopping. */
async function settled(cluster: string): Promise<Postmaster | null> {
  for (;;) {
    const server = readPostmaster(cluster);
    if (server === null || server.status === 'ready') return server;
    await sleep(20);
  }
}
