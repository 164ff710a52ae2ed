import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { run } from './run.mjs';

const asked = process.argv.slice(2);
const { node, env } = prepare();
// Only the figure about the web app needs it built.
if (!asked.includes('--only') || asked.includes('first-load')) await ensureWebBuilt({ node, env });
process.exitCode = await run({ command: node, args: ['bench/main.ts', ...asked], env });
