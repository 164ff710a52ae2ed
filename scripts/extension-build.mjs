import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { binOf } from './bin-of.mjs';
import { builtOnce } from './built-once.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const folder = 'apps/extension';
const strict = ['--warnings-as-errors', '--no-config-discovery', '--boring', '--no-input'];
const output = `${folder}/dist`;

/** Builds the browser extension and its zip files, unless those that are there came from the very same sources. */
export async function ensureExtensionBuilt(environment) {
  await builtOnce({
    what: 'the browser extension',
    name: 'extension',
    sources: [folder, 'packages', 'package-lock.json'],
    result: `${output}/firefox-mv3/manifest.json`,
    build: () => buildAll(environment),
  });
}

/** Builds it for all browsers into `apps/extension/dist`; answers with an exit code. */
export function buildAll(environment) {
  const chrome = wxt(environment, ['zip', '--browser', 'chrome']);
  return chrome || wxt(environment, ['zip', '--browser', 'firefox']);
}

/** Looks at the build as the browsers' shops do, and whether it comes out the same once more; answers with an exit code. */
export async function checkExtension(environment) {
  await ensureExtensionBuilt(environment);
  const { node, env } = environment;
  const code = await run({
    command: node,
    args: [binOf('web-ext'), 'lint', '--source-dir', `${output}/firefox-mv3`, ...strict],
    env: { ...env, NO_UPDATE_NOTIFIER: '1' },
  });
  return code || checkReproducible(environment);
}

/** One browser's is enough: the other is built by the same hands. */
function checkReproducible(environment) {
  const before = zips();
  const code = wxt(environment, ['zip', '--browser', 'chrome']);
  if (code !== 0) return code;
  const after = zips();
  const others = Object.keys(after).filter((name) => !before[name]?.equals(after[name]));
  for (const name of others) console.error(`${name} came out differently from the same sources.`);
  return Object.keys(after).length === 2 && others.length === 0 ? 0 : 1;
}

function zips() {
  const names = readdirSync(inRoot(output)).filter((name) => name.endsWith('.zip'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(inRoot(output, name))]));
}

// It draws while it works, which reads badly in a log: what it says is shown when it fails.
function wxt({ node, env }, args) {
  const { status, stdout, stderr } = spawnSync(node, [binOf('wxt'), ...args], {
    cwd: inRoot(folder),
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) console.error(stdout + stderr);
  return status ?? 1;
}
