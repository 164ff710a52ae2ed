import { randomBytes } from 'node:crypto';
import { beforeEach, expect, inject, it } from 'vitest';
import { admin, databaseUrl } from '../testing/postgres.ts';
import { openQueue, type Queue } from './queue.ts';

let name: string;
let queue: Queue;
let complaints: string[];

beforeEach(async () => {
  const { url, template } = inject('postgres');
  name = `${template}_${randomBytes(4).toString('hex')}`;
  await admin(url, `create database ${name} template ${template}`);
  complaints = [];
  queue = await opened();
});

async function opened(): Promise<Queue> {
  const { url } = inject('postgres');
  return openQueue(databaseUrl(url, name), ({ message }) => void complaints.push(message));
}

/** Ends the queue's connections, but the one that listens, as a database does that is shut down. */
async function endConnections(): Promise<void> {
  await admin(
    inject('postgres').url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and backend_type = 'client backend' and query not ilike 'listen%'`,
  );
}

it('complains when the database takes its connections away', async () => {
  await endConnections();
  await expect
    .poll(() => complaints)
    .toContain('terminating connection due to administrator command');
  await queue.stop();
});

it('does not complain of what happens while it is stopped', async () => {
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([queue.stop(), endConnections()]);
    queue = await opened();
  }
  await queue.stop();
  expect(complaints).toEqual([]);
});
