import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { refuse } from './refuse.mjs';
import { inRoot, root } from './root.mjs';

const OPTIONS = [
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--loglevel=error',
];

/** Installs the dependencies, unless what package-lock.json asks for is there already. */
export function ensureDependencies() {
  if (areInstalled()) return;
  const start = Date.now();
  console.log('Installing the dependencies, which takes a minute or two …');
  const { status, stderr, error } = runNpm(['ci', ...OPTIONS]);
  if (status !== 0) refuse(sentenceFor(error?.message ?? stderr));
  console.log(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/** npm notes in node_modules what it installed, in the form of the lock file and as its last act. */
function areInstalled() {
  const installed = packagesIn(inRoot('node_modules/.package-lock.json'));
  const wanted = packagesIn(inRoot('package-lock.json'));
  if (wanted === null) refuse('The file package-lock.json is missing or broken, restore it.');
  if (installed === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    // The empty path is the repository itself; an optional package may be for another machine.
    if (path === '' || (installed[path] === undefined && (optional || devOptional))) return true;
    return installed[path]?.version === version;
  });
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

function runNpm(args) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  // Under `npm start`, npm says where it lies; it need not be on the PATH.
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
}

function sentenceFor(said) {
  if (said.includes('npm ENOENT')) return 'Timegrove needs npm, and this machine has none.';
  if (said.includes('ENOSPC')) return 'The disk is full: the dependencies need about 1 GB.';
  if (/EACCES|EROFS|EPERM/.test(said)) {
    return `The dependencies cannot be installed: there is no right to write to ${root}.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(said)) {
    return 'The dependencies cannot be installed: the npm registry cannot be reached.';
  }
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const reason =
    lines.find((line) => line !== '' && !line.startsWith('code ')) ?? 'no reason given';
  return `The dependencies cannot be installed: ${reason}`;
}
