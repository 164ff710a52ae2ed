import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { ensureChromium } from './find-chromium.mjs';
import { binOf } from './bin-of.mjs';
import { run } from './run.mjs';

// Every screen as a picture: light and dark, phone and desktop, full, empty and refused.
const { node, env } = prepare();
const CHROMIUM = ensureChromium();
await ensureWebBuilt({ node, env });
const code = await run({
  command: node,
  args: [binOf('vitest'), 'run', '--config', 'e2e/vitest.config.ts', 'e2e/looks'],
  env: { ...env, CHROMIUM },
});
console.log('The pictures lie in screenshots/looks.');
process.exitCode = code;
