import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install, mayInstall } from './apt.mjs';
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
  if (!mayInstall()) refuse(missing);
  console.log('Installing Chromium for the browser tests …');
  const reason = install(['chromium']);
  return findChromium() ?? refuse(reason === null ? missing : `${missing} (${reason})`);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
