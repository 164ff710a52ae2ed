import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { run } from './run.mjs';

const asked = process.argv.slice(2);
const { node, env } = prepare();
// Only the figures about the web app need it built.
const ofWeb = ['screens', 'first-load', 'lighthouse'].some((name) => asked.includes(name));
if (!asked.includes('--only') || ofWeb) await ensureWebBuilt({ node, env });
process.exitCode = await run({ command: node, args: ['bench/main.ts', ...asked], env });
