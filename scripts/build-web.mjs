import { binOf } from './bin-of.mjs';
import { builtOnce } from './built-once.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** Builds the web app, unless the build that is there came from the very same sources. */
export async function ensureWebBuilt({ node, env }) {
  await builtOnce({
    what: 'the web app',
    name: 'web',
    sources: ['apps/web', 'packages', 'package-lock.json'],
    result: 'apps/web/dist/index.html',
    build: async () =>
      run({
        command: node,
        args: [binOf('vite'), 'build', '--logLevel', 'error'],
        cwd: inRoot('apps/web'),
        env,
      }),
  });
}
