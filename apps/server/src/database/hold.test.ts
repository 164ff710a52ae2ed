import { expect, inject, it, onTestFinished } from 'vitest';
import { openPool, type OpenDatabase } from './open.ts';

function aProcess(): OpenDatabase {
  const database = openPool(inject('postgres').url, 4);
  onTestFinished(async () => database.close());
  return database;
}

/** Work that lasts until it is told to end. */
function lastingWork() {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const work = async (): Promise<void> => {
    begun.resolve();
    await end.promise;
  };
  return { work, begun: begun.promise, end: end.resolve };
}

async function free(database: OpenDatabase, name: string): Promise<boolean> {
  return database.hold(name, async () => undefined);
}

it('lets one process work at a time on one name, and within it once', async () => {
  const [here, there] = [aProcess(), aProcess()];
  const { work, begun, end } = lastingWork();
  const held = here.hold('hold one', work);
  await begun;
  expect([await free(here, 'hold one'), await free(there, 'hold one')]).toEqual([false, false]);
  expect(await free(there, 'hold two')).toBe(true);
  end();
  expect(await held).toBe(true);
  expect(await free(there, 'hold one')).toBe(true);
});

it('lets go when the work fails', async () => {
  const [here, there] = [aProcess(), aProcess()];
  const failing = here.hold('hold three', async () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await free(there, 'hold three')).toBe(true);
});

it('takes one connection for many names, and gives it back in the end', async () => {
  const here = aProcess();
  const works = Array.from({ length: 20 }, lastingWork);
  const held = works.map(async ({ work }, at) => here.hold(`hold many ${at}`, work));
  await Promise.all(works.map(async ({ begun }) => begun));
  expect([here.pool.totalCount, here.pool.idleCount]).toEqual([1, 0]);
  for (const { end } of works) end();
  expect(await Promise.all(held)).toEqual(works.map(() => true));
  await expect.poll(() => [here.pool.totalCount, here.pool.idleCount]).toEqual([1, 1]);
});

it('goes on with another connection when its own breaks', async () => {
  const [here, there] = [aProcess(), aProcess()];
  const { work, begun, end } = lastingWork();
  const held = here.hold('hold broken', work);
  await begun;
  await there.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and ((classid::bigint << 32) | objid::bigint) = hashtextextended('hold broken', 0)`,
  );
  // The first one to use the broken connection is told; the next one gets another.
  await free(here, 'hold next').catch(() => undefined);
  expect(await free(here, 'hold next')).toBe(true);
  end();
  expect(await held).toBe(true);
  await expect.poll(async () => free(there, 'hold broken')).toBe(true);
});
