import { errorCode, StartRefused } from './start-refused.ts';
import { canEnter, type RunAs } from './unprivileged.ts';

/** The environment for PostgreSQL's programs: none of ours, so that no PG… variable of the machine changes them. */
export function environment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };
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
export function programLaunchFailed(error: Error, user: RunAs): Error {
  const code = errorCode(error);
  if (code === 'ENOENT') {
    return new StartRefused(
      'The embedded PostgreSQL needs a Linux with glibc, and this one (Alpine, perhaps) has none. ' +
        'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
      { cause: error },
    );
  }
  if (user.kind === 'other' && (code === 'EPERM' || code === 'EINVAL')) {
    return new StartRefused(
      `PostgreSQL refuses to run as root, and running it as the user ${user.name} is not allowed here. ` +
        'Start Timegrove as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
  return new StartRefused(
    `The embedded PostgreSQL could not be launched (${error.message}). Set DATABASE_URL to another one.`,
    { cause: error },
  );
}
