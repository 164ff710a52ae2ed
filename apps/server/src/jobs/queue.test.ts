import { randomBytes } from 'node:crypto';
import { invite } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { beforeEach, expect, inject, it } from 'vitest';
import { PostFailure } from '../features/mails/post.ts';
import { anEnabled, engineOf } from '../testing/integration.ts';
import { admin, databaseUrl } from '../testing/postgres.ts';
import { aServer } from '../testing/server.ts';
import { aVendor } from '../testing/vendor.ts';
import { anAccount } from '../testing/world.ts';
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

it('carries a run out while many others wait for their vendors', async () => {
  const vendor = await aVendor('planner', { account: 'demo' });
  const server = await aServer({ sandboxUrl: vendor.url });
  const gate = Promise.withResolvers<void>();
  const slow = 12;
  let begun = 0;
  // All but the last wait, as they do when the vendor asks them to come back in an hour.
  const waiting: typeof vendor.provider = {
    ...vendor.provider,
    async *pull(...given) {
      begun += 1;
      if (begun <= slow) await gate.promise;
      yield* vendor.provider.pull(...given);
    },
  };
  const providers = new Map([['planner', waiting]]);
  const engine = engineOf({ ...server, house: { ...server.house, providers } });
  const running = await openQueue(server.database.url, ({ message }) => complaints.push(message));
  const finished = async (): Promise<number> =>
    (
      await server.database.db
        .selectFrom('run')
        .select('id')
        .where('finished_at', 'is not', null)
        .execute()
    ).length;
  await running.work(engine, null);
  for (let at = 0; at <= slow; at += 1) {
    await anEnabled(await anAccount(server), vendor);
    for (const run of server.jobs.takeRuns()) await running.wakeRun(run);
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(at + 1);
  }
  await expect.poll(finished, { timeout: 20_000 }).toBe(1);
  gate.resolve();
  await expect.poll(finished, { timeout: 60_000 }).toBe(slow + 1);
  await running.stop();
  await queue.stop();
  expect(complaints).toEqual([]);
}, 120_000);

it('sends many mails in a row, and one that fails holds up no other', async () => {
  const server = await aServer({ house: { mailConfigured: true } });
  const { administrator } = await anAccount(server);
  const sent: string[] = [];
  const post = {
    send: async ({ to }: { to: string }) => {
      if (to.startsWith('bad')) throw new PostFailure('refused');
      sent.push(to);
    },
    close: () => undefined,
  };
  const running = await openQueue(server.database.url, ({ message }) => complaints.push(message));
  await running.work(engineOf(server), post);
  const names = Array.from({ length: 25 }, (_, at) => (at === 3 ? 'bad' : `guest${at}`));
  for (const name of names) {
    const body = { id: newId<'invitation'>(), email: `${name}@example.org`, role: 'user' as const };
    await administrator.ask(invite, { body });
  }
  for (const mail of server.jobs.takeMails()) await running.wakeMail(mail);
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(24);
  await running.stop();
  await queue.stop();
  expect(new Set(sent).size).toBe(24);
  expect(complaints).toEqual([]);
}, 60_000);
