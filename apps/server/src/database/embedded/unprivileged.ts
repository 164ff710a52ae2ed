import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** The user under whom PostgreSQL runs: the one who started us, or, since it refuses root, another. */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number; readonly name: string };

/** Decides under which user PostgreSQL runs, given the folder of its cluster (which may not exist yet). */
export function chooseUser(cluster: string): RunAs {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const me = process.getuid?.() ?? -1;
  if (me !== 0) {
    if (owner !== undefined && owner.uid !== me) refuseForeign(cluster);
    return { kind: 'self' };
  }
  if (owner !== undefined && owner.uid !== 0) {
    return { kind: 'other', uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  }
  return nobody();
}

/** The sentence for a root who is not allowed to hand work to another user, as in some containers. */
export function mayNotSwitch(user: RunAs): StartRefused {
  const name = user.kind === 'self' ? 'itself' : user.name;
  return new StartRefused(
    `PostgreSQL refuses to run as root, and running it as the user ${name} is not allowed here. ` +
      'Start Timegrove as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether this user can reach and enter (or run) everything along the path, by its permission bits. */
export function canEnter(path: string, user: RunAs): boolean {
  if (user.kind === 'self') return true;
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return false;
  const bit = entry.uid === user.uid ? 0o100 : entry.gid === user.gid ? 0o010 : 0o001;
  if ((entry.mode & bit) === 0) return false;
  return path === dirname(path) || canEnter(dirname(path), user);
}

function nobody(): RunAs {
  const line = passwdLines().find(([name]) => name === 'nobody');
  const [uid, gid] = [Number(line?.[2]), Number(line?.[3])];
  if (!(uid > 0) || !(gid > 0)) {
    throw new StartRefused(
      'PostgreSQL refuses to run as root and this machine has no user "nobody" to run it as. ' +
        'Start Timegrove as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { kind: 'other', uid, gid, name: 'nobody' };
}

function nameOf(uid: number): string {
  return passwdLines().find((fields) => fields[2] === String(uid))?.[0] ?? `number ${uid}`;
}

function passwdLines(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}

function refuseForeign(cluster: string): never {
  const maker = nameOf(statSync(dirname(cluster)).uid);
  throw new StartRefused(
    `The database in ${cluster} was made by the user ${maker}. Start Timegrove as ${maker}, ` +
      'or set TIMEGROVE_DATA to another folder.',
  );
}
