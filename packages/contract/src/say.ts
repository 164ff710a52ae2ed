import { z } from 'zod';
import { askConnection, endConnection, readConnection } from './connections.ts';
import { readPluginState, startFromPage, stopFromPage } from './native-plugin.ts';

/**
 * What a page can say where its Content-Security-Policy lets it load scripts of Timegrove, but not
 * fetch from it: `import(server + sayPath + '?say=' + base64url(JSON))` gives `export default` of
 * a `SayAnswer`. A browser keeps one module per address, so each asking carries its own `once`.
 */
export const sayPath = '/native-plugin/say.js';

/** The endpoints that can be asked so. */
export const sayable = {
  connect: askConnection,
  connected: readConnection,
  state: readPluginState,
  start: startFromPage,
  stop: stopFromPage,
  leave: endConnection,
} as const;

/** One asking; what an endpoint takes is looked at by the endpoint itself. */
export const saying = z.strictObject({
  do: z.enum(['connect', 'connected', 'state', 'start', 'stop', 'leave']),
  /** Anything that makes the address differ from earlier ones. */
  once: z.string().max(100),
  /** The token, where one is needed. */
  secret: z.string().max(100).optional(),
  params: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), z.string()).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
});
export type Saying = z.output<typeof saying>;

/** The answer: the status and body that the endpoint would have had over fetch. */
export interface SayAnswer {
  readonly status: number;
  readonly body: unknown;
}
