import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install, mayInstall } from './apt.mjs';
import { refuse } from './refuse.mjs';

/** The browsers of the journeys: how they are named on a machine, in the environment and at Debian. */
export const chromium = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debian: 'chromium',
};
export const firefox = {
  name: 'Firefox',
  variable: 'FIREFOX',
  programs: ['firefox-esr', 'firefox'],
  debian: 'firefox-esr',
};

/** The path of a browser: the one of its variable, one on this machine, or Debian's, installed now where that is allowed. */
export function ensureBrowser(browser) {
  const given = process.env[browser.variable];
  if (given) {
    return isProgram(given)
      ? given
      : refuse(`${browser.variable} names ${given}, which is not a program.`);
  }
  return find(browser) ?? installed(browser);
}

function find({ programs }) {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => programs.map((name) => join(folder, name))).find(isProgram);
}

function installed(browser) {
  const { name, variable, debian } = browser;
  const missing = `The browser tests need ${name}: install it, or set ${variable} to its path.`;
  if (!mayInstall()) refuse(missing);
  console.log(`Installing ${name} for the browser tests …`);
  const reason = install([debian]);
  return find(browser) ?? refuse(reason === null ? missing : `${missing} (${reason})`);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
