import { ConfigError, readConfig } from '../config.ts';
import { StartRefused } from '../database/embedded/start-refused.ts';
import { rotateKey } from './rotate-key.ts';

try {
  console.log(await rotateKey(readConfig(process.env), (line) => console.log(line)));
} catch (error) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const known = error instanceof ConfigError || error instanceof StartRefused;
  console.error(known ? message : `The key could not be exchanged: ${message}`);
  process.exitCode = 1;
}
