import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse } from './refuse.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: the one of CHROMIUM, one on this machine, or Debian's, installed now where that is allowed. */
export function ensureChromium() {
  const given = process.env.CHROMIUM;
  if (given) {
    return isProgram(given) ? given : refuse(`CHROMIUM names ${given}, which is not a program.`);
  }
  return findChromium() ?? installChromium();
}

function findChromium() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

function installChromium() {
  const missing = 'The browser tests need Chromium: install it, or set CHROMIUM to its path.';
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) refuse(missing);
  console.log('Installing Chromium for the browser tests …');
  // Whether an update that failed in part was enough, the installation shows.
  apt(['update']);
  const reason = apt(['install', '-y', 'chromium']);
  return findChromium() ?? refuse(reason === null ? missing : `${missing} (${reason})`);
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

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
