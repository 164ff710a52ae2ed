import { binOf } from './bin-of.mjs';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureBuildTools } from './desktop-tools.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** Where everything that cargo builds is kept; its last part has to be called so. */
export const target = inRoot('.cache/desktop/target');

/** Builds the desktop app as an installable package, and answers with an exit code. */
export async function packageDesktop({ node, env }) {
  ensureBuildTools();
  await ensureWebBuilt({ node, env });
  return run({
    command: node,
    args: [binOf('@tauri-apps/cli', 'tauri'), 'build', '--ci', '--bundles', 'deb'],
    cwd: inRoot('apps/desktop'),
    env: { ...env, CARGO_TARGET_DIR: target },
  });
}
