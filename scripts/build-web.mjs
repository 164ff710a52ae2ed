import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binOf } from './bin-of.mjs';
import { refuse } from './refuse.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const SOURCES = ['apps/web', 'packages', 'package-lock.json'];
const SKIPPED = new Set(['dist', 'node_modules']);
const page = inRoot('apps/web/dist/index.html');
const stamp = inRoot('.cache/web-build');

/** Builds the web app, unless the build that is there came from the very same sources. */
export async function ensureWebBuilt(environment) {
  const sources = hashOf(SOURCES);
  if (existsSync(page) && readStamp() === sources) return;
  console.log('Building the web app …');
  rmSync(stamp, { force: true });
  const code = await buildWeb(environment);
  if (code !== 0) refuse('The web app could not be built; the reason stands above.');
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(stamp, sources);
}

async function buildWeb({ node, env }) {
  return run({
    command: node,
    args: [binOf('vite'), 'build', '--logLevel', 'error'],
    cwd: inRoot('apps/web'),
    env,
  });
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (path.endsWith('.json')) return [path];
  return readdirSync(inRoot(path), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name) && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      return entry.isDirectory() ? filesBelow(inner) : [inner];
    });
}
