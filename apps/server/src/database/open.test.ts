import { sql } from 'kysely';
import { inject, expect, it, onTestFinished } from 'vitest';
import { admin } from '../testing/postgres.ts';
import { openPool } from './open.ts';

it.each(['idle', 'held'])('outlives the end of a connection that is %s', async (state) => {
  const { url } = inject('postgres');
  const database = openPool(url, 2);
  const { pool } = database;
  onTestFinished(async () => database.close());
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (state === 'idle') client.release();
  const ended = new Promise((resolve) => client.once('end', resolve));
  await admin(url, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
  await ended;
  if (state === 'held') {
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
  }
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('closes after work that ends soon, and in spite of work that does not', async () => {
  const { url } = inject('postgres');
  const database = openPool(url, 2);
  const begun = Promise.withResolvers<void>();
  const answer = database.db.transaction().execute(async (db) => {
    begun.resolve();
    await sql`select pg_sleep(0.3)`.execute(db);
    return sql<{ one: number }>`select 1 as one`.execute(db);
  });
  const client = await database.pool.connect();
  await begun.promise;
  const began = Date.now();
  await database.close();
  expect(Date.now() - began).toBeLessThan(10_000);
  expect((await answer).rows).toEqual([{ one: 1 }]);
  await expect(client.query('select 1')).rejects.toThrow();
});
