import { binOf } from './bin-of.mjs';
import { builtOnce } from './built-once.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const web = 'apps/web';
const plugin = 'apps/extension/native-plugin';

/**
 * Builds the web app, and the native plugin that the server gives to the pages of other tools, unless
 * the builds that are there came from the very same sources.
 */
export async function ensureWebBuilt(environment) {
  await builtOnce({
    what: 'the web app',
    name: 'web',
    sources: [web, 'packages', 'package-lock.json'],
    result: `${web}/dist/index.html`,
    build: async () => vite(environment, web),
  });
  await builtOnce({
    what: 'the native plugin',
    name: 'native-plugin',
    sources: [plugin, 'package-lock.json'],
    result: 'apps/extension/dist/native-plugin.js',
    build: async () => vite(environment, plugin),
  });
}

async function vite({ node, env }, folder) {
  return run({
    command: node,
    args: [binOf('vite'), 'build', '--logLevel', 'error'],
    cwd: inRoot(folder),
    env,
  });
}
