import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './refuse.mjs';
import { inRoot } from './root.mjs';

const SKIPPED = new Set(['dist', 'node_modules', '.wxt']);

/**
 * Builds something, unless the build that is there came from the very same sources. `result` is a
 * file of the build, `build` answers with an exit code.
 */
export async function builtOnce({ what, name, sources, result, build }) {
  const stamp = inRoot(`.cache/${name}-build`);
  const hash = hashOf(sources);
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
  if (existsSync(inRoot(result)) && built === hash) return;
  console.log(`Building ${what} …`);
  rmSync(stamp, { force: true });
  if ((await build()) !== 0) refuse(`${what} could not be built; the reason stands above.`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(stamp, hash);
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
