import type { OpenDatabase } from '../database/open.ts';

/** Counts the statements that a server sends while something is done. */
export async function statementsDuring(
  { pool }: OpenDatabase,
  work: () => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const watched = new Map<object, unknown>();
  const watch = (client: { query: unknown }) => {
    const { query } = client;
    if (watched.has(client) || typeof query !== 'function') return;
    watched.set(client, query);
    Object.assign(client, {
      query: (...given: unknown[]): unknown => {
        count += 1;
        return Reflect.apply(query, client, given);
      },
    });
  };
  pool.on('acquire', watch);
  await work();
  pool.off('acquire', watch);
  for (const [client, query] of watched) Object.assign(client, { query });
  return count;
}
