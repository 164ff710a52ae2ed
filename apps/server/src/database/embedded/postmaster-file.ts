import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, servesCluster } from './process-identity.ts';
import { errorCode } from './start-refused.ts';

/** What a living PostgreSQL says about itself in the postmaster.pid of its cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly identity: string;
  /** Where its socket is, as it was told: absolute, or relative to the cluster. */
  readonly socket: string;
  readonly status: string;
}

/** The PostgreSQL that runs on this cluster right now, or null. */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(cluster);
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0)) return null;
  const identity = identityOf(pid);
  if (identity === null || !servesCluster(pid, cluster)) return null;
  return { pid, identity, socket: lines[4] ?? '', status: (lines[7] ?? '').trim() };
}

/** The socket folder that the last PostgreSQL of this cluster named, living or dead. */
export function lastSocketFolder(cluster: string): string | null {
  return readLines(cluster)[4] ?? null;
}

/**
 * Takes a dead server's pid out of the way, which may belong to some other program by now. The
 * rest of the file stays, for PostgreSQL finds in it whether a dead server's children still live.
 */
export function disarmStaleFile(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  const lines = readLines(cluster);
  if (lines.length === 0) return;
  if (!(Number.parseInt(lines[0] ?? '', 10) > 0)) {
    rmSync(path, { force: true });
    return;
  }
  // PostgreSQL takes the pid of its own parent for a leftover and not for a rival.
  writeFileSync(path, [String(process.pid), ...lines.slice(1)].join('\n'));
}

function readLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
