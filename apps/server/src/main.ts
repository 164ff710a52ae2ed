import { ConfigError, readConfig, type Config } from './config.ts';
import { StartRefused } from './database/embedded/start-refused.ts';
import { announce } from './demo/announce.ts';
import { startServer } from './start-server.ts';

try {
  const config = readConfig(process.env);
  const server = await startServer(config, (line) => console.log(line));
  console.log(`Timegrove: ${server.url} (${server.database})`);
  if (!server.accountExists) console.log(`Open ${server.url} to create your account.`);
  if (config.demo) console.log(await announce(config));
  let stopping: Promise<void> | undefined;
  const stop = () => {
    // A group of processes is often told twice to stop, by the system and by the parent.
    stopping ??= server.stop().then(() => process.exit(0));
    // A connection that does not end must not keep the process for ever.
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(sentenceOf(error, process.env['TIMEGROVE_PORT'] ?? '4747'));
  process.exit(1);
}

function sentenceOf(error: unknown, port: Config['port'] | string): string {
  if (error instanceof ConfigError || error instanceof StartRefused) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or set TIMEGROVE_PORT to another port.`;
  }
  if (code === 'EACCES')
    return `This user may not use port ${port}. Set TIMEGROVE_PORT to a port above 1023.`;
  if (code === 'EADDRNOTAVAIL')
    return 'This machine has no such address. Set TIMEGROVE_HOST to one that it has.';
  return `Timegrove could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
