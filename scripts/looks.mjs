import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { chromium, ensureBrowser } from './find-browser.mjs';
import { binOf } from './bin-of.mjs';
import { run } from './run.mjs';

// Every screen as a picture: light and dark, phone and desktop, full, empty and refused.
const journeys = ['looks', 'week-and-calendar', 'timer', 'entries', 'tags'];
const { node, env } = prepare();
const CHROMIUM = ensureBrowser(chromium);
await ensureWebBuilt({ node, env });
const code = await run({
  command: node,
  args: [
    binOf('vitest'),
    'run',
    '--config',
    'e2e/vitest.config.ts',
    ...journeys.map((name) => `e2e/${name}`),
  ],
  env: { ...env, CHROMIUM },
});
console.log('The pictures lie in screenshots/looks.');
process.exitCode = code;
