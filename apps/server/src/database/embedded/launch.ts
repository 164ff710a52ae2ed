import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { errorCode, StartRefused } from './start-refused.ts';
import { canEnter, mayNotSwitch, type RunAs } from './unprivileged.ts';

/** None of our own environment, so that no PG… variable of the machine changes what the programs do. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** Launches one of PostgreSQL's programs as `user`, within the folder `cwd`. */
export function launch(
  program: string,
  args: readonly string[],
  user: RunAs,
  options: Pick<SpawnOptions, 'cwd' | 'stdio' | 'detached'>,
): ChildProcess {
  const as = user.kind === 'self' ? {} : { uid: user.uid, gid: user.gid };
  try {
    return spawn(program, args, { ...options, ...as, env: ENVIRONMENT });
  } catch (error) {
    // A refused change of user is thrown at once, unlike all other failures.
    throw launchFailed(error, user);
  }
}

/**
 * How to name a folder to a program that runs as `user` within that folder. Where the user cannot
 * enter the folders above it (data in root's home, say), Linux still lets a program use the folder
 * it was started in, and /proc/self/cwd is its name. Throws StartRefused where there is no such way.
 */
export function pathSeenBy(user: RunAs, folder: string): string {
  if (user.kind === 'self' || canEnter(folder, user)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new StartRefused(
    `PostgreSQL runs as the user ${user.name} here, who cannot enter ${folder}. ` +
      'Set TIMEGROVE_DATA to a folder that everyone can enter, or start Timegrove as an ordinary user.',
  );
}

/** Says in one sentence why one of PostgreSQL's programs could not be launched at all. */
export function launchFailed(error: unknown, user: RunAs): StartRefused {
  const code = errorCode(error);
  if (user.kind === 'other' && (code === 'EPERM' || code === 'EINVAL')) return mayNotSwitch(user);
  if (code === 'ENOENT') {
    return new StartRefused(
      'The embedded PostgreSQL needs a Linux with glibc, and this one (Alpine, perhaps) has none. ' +
        'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
      { cause: error },
    );
  }
  const reason = error instanceof Error ? error.message : 'unknown';
  return new StartRefused(
    `The embedded PostgreSQL could not be launched (${reason}). Set DATABASE_URL to another one.`,
    { cause: error },
  );
}
