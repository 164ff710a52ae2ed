import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { run } from './run.mjs';

const { node, env } = prepare();
await ensureWebBuilt({ node, env });
process.exitCode = await run({ command: node, args: ['apps/server/src/main.ts'], env });
