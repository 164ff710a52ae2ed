import { packageDesktop, target } from './desktop-package.mjs';
import { ensureTestTools, isThere } from './desktop-tools.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runVitest } from './run-vitest.mjs';

/** Builds the desktop app's package and tries it on a screen of its own; answers with an exit code. */
export async function testDesktop(on) {
  ensureTestTools();
  const steps = [
    () => packageDesktop(on),
    () => judge(on, 'fmt', ['--check']),
    () => judge(on, 'clippy', ['--release', '--all-targets', '--', '-D', 'warnings']),
    () => cargo(on, ['test', '--release', '--quiet']),
    () => runVitest(on, ['--config', 'apps/desktop/vitest.config.ts']),
  ];
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

/** One of Rust's own checks, where the system has it. */
async function judge(on, name, args) {
  if (isThere('cargo', name, '--version')) return cargo(on, [name, ...args]);
  console.log(`cargo ${name} is not here, so it checks nothing.`);
  return 0;
}

async function cargo({ env }, args) {
  const cwd = inRoot('apps/desktop');
  return run({ command: 'cargo', args, cwd, env: { ...env, CARGO_TARGET_DIR: target } });
}
