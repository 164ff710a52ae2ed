import type { KyselyPlugin } from 'kysely';
import type { OpenDatabase } from '../database/open.ts';

/** A database whose user is overtaken: others do something right after the first answer it got. */
export function overtaken(database: OpenDatabase, others: () => Promise<unknown>): OpenDatabase {
  let answers = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      answers += 1;
      if (answers === 1) await others();
      return result;
    },
  };
  return { ...database, db: database.db.withPlugin(plugin) };
}
