import type { Pool, PoolClient } from 'pg';

/**
 * Does work while this process alone holds a name, over all server processes. Gives false, without
 * doing anything, when it is held already, here or elsewhere. The database lets go by itself when the
 * process dies.
 */
export type Hold = (name: string, work: () => Promise<void>) => Promise<boolean>;

/**
 * One connection, borrowed while there is need, holds all the names of a process: work that waits for
 * others for hours takes none away from the rest.
 */
export function makeHold(pool: Pool): Hold {
  const names = new Set<string>();
  let line: Promise<PoolClient> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (call: string, name: string): Promise<boolean> => {
    const asked = (line ??= pool.connect());
    const answer = last.then(async () => {
      const statement = `select ${call}(hashtextextended($1, 0)) as done`;
      const { rows } = await (await asked).query<{ done: boolean }>(statement, [name]);
      return rows[0]?.done === true;
    });
    // A connection answers one statement after the other.
    last = answer.catch(() => {
      if (line === asked) giveBack(true);
    });
    return answer;
  };
  const giveBack = (broken: boolean): void => {
    line?.then((client) => client.release(broken)).catch(() => undefined);
    line = undefined;
  };

  return async (name, work) => {
    if (names.has(name)) return false;
    names.add(name);
    try {
      if (!(await ask('pg_try_advisory_lock', name))) return false;
      try {
        await work();
      } finally {
        // A connection that broke meanwhile has let go of the name.
        await ask('pg_advisory_unlock', name).catch(() => undefined);
      }
      return true;
    } finally {
      names.delete(name);
      if (names.size === 0) giveBack(false);
    }
  };
}
