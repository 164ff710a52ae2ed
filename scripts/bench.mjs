import { prepare } from './environment.mjs';
import { run } from './run.mjs';

const { node, env } = prepare();
const args = ['bench/main.ts', ...process.argv.slice(2)];
process.exitCode = await run({ command: node, args, env });
