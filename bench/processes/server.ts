/**
 * A whole server in one process, composed as apps/server/src/start-server.ts does it, with three
 * differences: the request limits for vendors are lifted, its key is known to the bench, so that
 * sessions can be made without signing in over HTTP, and it counts the SQL statements it sends.
 */
import { isId, type AccountId, type RunId } from '@timegrove/domain/id.ts';
import type { Pool } from 'pg';
import { z } from 'zod';
import { listen } from '../../apps/server/src/database/listen.ts';
import { openPool } from '../../apps/server/src/database/open.ts';
import { makeHttpServer } from '../../apps/server/src/http/server.ts';
import { openQueue } from '../../apps/server/src/jobs/queue.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';

const asked = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('statements') }),
  z.object({
    ask: z.literal('wake'),
    run: z.object({
      accountId: z.custom<AccountId>((value) => isId(value)),
      runId: z.custom<RunId>((value) => isId(value)),
    }),
  }),
]);

const [, , databaseUrl = '', sandboxUrl = ''] = process.argv;

const database = openPool(databaseUrl);
const statements = countStatements(database.pool);
const jobs = await openQueue(databaseUrl, (error) => console.error(error));
const house = await makeHouse({ database, jobs, sandboxUrl });
const { db } = database;
const http = await makeHttpServer({ db, house, now: () => new Date(), logLevel: 'info' });
await listen(databaseUrl, { hear: http.news.deliver, listening: http.news.resync });
const url = await http.app.listen({ port: 0, host: '127.0.0.1' });
await jobs.work(makeEngine(database, house), null);

process.on('message', (message) => void answer(asked.parse(message)));
process.on('SIGTERM', () => process.exit(0));
process.send?.({ url });

async function answer(message: z.output<typeof asked>): Promise<void> {
  if (message.ask === 'wake') await jobs.wakeRun(message.run);
  process.send?.({ statements: statements() });
}

/** Counts what every connection of the pool sends, `begin` and `commit` included. */
function countStatements(pool: Pool): () => number {
  let count = 0;
  pool.on('connect', (client) => {
    const query: unknown = Reflect.get(client, 'query');
    if (typeof query !== 'function') throw new TypeError('a connection without `query`');
    Reflect.set(client, 'query', (...args: unknown[]) => {
      count += 1;
      return Reflect.apply(query, client, args);
    });
  });
  return () => count;
}
