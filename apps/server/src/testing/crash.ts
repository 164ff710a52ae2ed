import type { KyselyPlugin } from 'kysely';
import type { Engine } from '../features/sync/engine.ts';

/** The end of a server process, as far as its database can tell. */
export class Crash extends Error {}

/**
 * An engine that ends before its write number `after` (0 for the first): whatever transaction is open
 * then is rolled back, what was committed before stays, and nothing is asked of the database any more.
 */
export function crashing(engine: Engine, after: number): Engine {
  let left = after;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind !== 'SelectQueryNode') left -= 1;
      if (left < 0) throw new Crash();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { database } = engine;
  return { ...engine, database: { ...database, db: database.db.withPlugin(plugin) } };
}
