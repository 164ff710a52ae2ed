import { prepare } from './environment.mjs';
import { run } from './run.mjs';

const { node, env } = prepare();
process.exitCode = await run({ command: node, args: ['apps/server/src/rotate-key/main.ts'], env });
