import { ensureWebBuilt } from './build-web.mjs';
import { prepare } from './environment.mjs';
import { inRoot } from './root.mjs';
import { runTogether } from './run.mjs';

const { node, env } = prepare();
await ensureWebBuilt({ node, env });
const timegrovePort = env.TIMEGROVE_PORT ?? '4747';
const port = env.TIMEGROVE_SANDBOX_PORT ?? '4748';
const demo = {
  TIMEGROVE_PORT: timegrovePort,
  // The sandbox's pages carry the native plugin from there.
  TIMEGROVE_URL: `http://localhost:${timegrovePort}`,
  TIMEGROVE_LOG: 'warn',
  TIMEGROVE_DATA: inRoot('data/demo'),
  TIMEGROVE_SANDBOX: `http://127.0.0.1:${port}`,
  ...env,
  TIMEGROVE_SANDBOX_PORT: port,
  TIMEGROVE_DEMO: '1',
};
process.exitCode = await runTogether([
  { command: node, args: ['apps/sandbox/src/main.ts'], env: demo },
  { command: node, args: ['apps/server/src/main.ts'], env: demo },
]);
