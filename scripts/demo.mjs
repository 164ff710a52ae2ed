import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { inRoot } from './root.mjs';
import { runTogether } from './run.mjs';

const { node, env } = prepare();
await ensureWebBuilt({ node, env });
const demo = {
  TIMEGROVE_PORT: '4747',
  TIMEGROVE_SANDBOX_PORT: '4748',
  TIMEGROVE_DATA: inRoot('data/demo'),
  ...env,
  TIMEGROVE_DEMO: '1',
};
demo.TIMEGROVE_SANDBOX ??= `http://localhost:${demo.TIMEGROVE_SANDBOX_PORT}`;
process.exitCode = await runTogether([
  { command: node, args: ['apps/sandbox/src/main.ts'], env: demo },
  { command: node, args: ['apps/server/src/main.ts'], env: demo },
]);
