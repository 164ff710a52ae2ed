import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { errorCode } from './start-refused.ts';

/**
 * Who lives under a pid at this moment: a text that another process under the same pid would not
 * share (on Linux; elsewhere merely "alive"). Null when nobody does, or only a zombie.
 */
export function identityOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === null) return answersSignals(pid) ? 'alive' : null;
  // The program's name stands in brackets and may hold anything, so count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  return `${bootId()}/${startedAt ?? ''}`;
}

/** Whether the process that once had this pid and identity is still alive. */
export function stillLives(pid: number, identity: string): boolean {
  const present = identityOf(pid);
  // "alive" is all that can be known of a process which the system hides from us.
  return present !== null && (present === identity || present === 'alive');
}

/** Whether the living process `pid` is a PostgreSQL that serves the given cluster folder. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return commandOf(pid).includes(cluster);
  try {
    // PostgreSQL always works from within its cluster, whatever path it was started with.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
