import { spawnSync } from 'node:child_process';

/** Whether this script may install packages of the system: as root on a Debian. */
export function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Installs packages of Debian, with options of `apt-get install` among them. Null when it went well, else the reason. */
export function install(packages) {
  // Whether an update that failed in part was enough, the installation shows.
  apt(['update']);
  return apt(['install', '-y', ...packages]);
}

/** Null when it went well, else the reason. */
function apt(args) {
  const { status, stderr } = spawnSync('apt-get', ['-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return null;
  const error = stderr.split('\n').find((line) => line.startsWith('E: '));
  return `apt-get ${args[0]} failed${error ? `: ${error.slice(3)}` : ''}`;
}
