import { binOf } from './bin-of.mjs';
import { ensureWebBuilt } from './build-web.mjs';
import { testDesktop } from './desktop-tests.mjs';
import { checkExtension } from './extension-build.mjs';
import { run } from './run.mjs';
import { runVitest } from './run-vitest.mjs';

/**
 * What `npm test` checks, in this order. A step belongs to the group that `--only` names, and
 * answers with an exit code.
 */
export const steps = [
  tool('lint', 'Format (oxfmt)', 'oxfmt', ['--check', '.']),
  tool('lint', 'Rules (oxlint)', 'oxlint', ['--type-aware', '--deny-warnings', '.']),
  {
    group: 'types',
    title: 'Types (tsc)',
    check: async ({ node, env }) => run({ command: node, args: [binOf('typescript', 'tsc')], env }),
  },
  tool('lint', 'Nothing unused (knip)', 'knip', []),
  { group: 'e2e', title: 'Web app', check: async (on) => ensureWebBuilt(on).then(() => 0) },
  { group: 'e2e', title: 'Browser extension (wxt, web-ext)', check: checkExtension },
  { group: 'unit', title: 'Tests (vitest)', check: async (on) => runVitest(on, []) },
  {
    group: 'e2e',
    title: 'Journeys in the browser (vitest)',
    check: async (on) => runVitest(on, ['--config', 'e2e/vitest.config.ts']),
  },
  { group: 'desktop', title: 'Desktop app', check: testDesktop },
];

function tool(group, title, name, args) {
  return {
    group,
    title,
    check: async ({ node, env }) => run({ command: node, args: [binOf(name), ...args], env }),
  };
}
