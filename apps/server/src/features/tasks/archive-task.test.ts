import { archiveTask, readTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { listen } from '../../database/listen.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  anIntegration,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

const server = await aServer();

describe('archiving a task', () => {
  it('needs a session', async () => {
    const refused = await refusalOf(
      server.ask(archiveTask, { params: { taskId: newId<'task'>() } }),
    );
    expect(refused.code).toBe('session-needed');
  });

  it("does not find another account's task", async () => {
    const taskId = await aTask(await anAccount(server));
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(archiveTask, { params: { taskId } }));
    expect(refused.code).toBe('not-found');
  });

  it.each(['regular-user', 'guest'] as const)('refuses a %s', async (role) => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const member = await aMember(account);
    await anAssignment(account, taskId, member, role);
    const refused = await refusalOf(member.ask(archiveTask, { params: { taskId } }));
    expect(refused.code).toBe('right-needed');
  });

  it('takes everything below along and leaves what was archived before as it was', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const list = await aTask(account, { parent: project });
    const before = await aTask(account, { parent: list, archived: true });
    const leaf = await aTask(account, { parent: list });
    const beside = await aTask(account);
    server.clock.advance({ hours: 1 });
    const archived = await account.administrator.ask(archiveTask, { params: { taskId: project } });
    expect(archived.archived).toEqual({ at: server.clock.now().toISOString(), reason: 'by-hand' });
    expect(archived.trackable).toBe(false);
    expect(await reasons(account, [list, leaf, before, beside])).toEqual([
      'with-parent',
      'with-parent',
      'by-hand',
      undefined,
    ]);
    const untouched = await account.administrator.ask(readTask, { params: { taskId: before } });
    expect(untouched.archived?.at).not.toBe(archived.archived?.at);
  });

  it('again changes nothing', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const first = await account.administrator.ask(archiveTask, { params: { taskId } });
    server.clock.advance({ hours: 1 });
    expect(await account.administrator.ask(archiveTask, { params: { taskId } })).toEqual(first);
  });

  it('refuses an imported task and a branch that holds one, naming the provider', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account);
    const branch = await aTask(account);
    const item = await aTask(account, { parent: branch, imported });
    for (const taskId of [branch, item]) {
      const refused = await refusalOf(
        account.administrator.ask(archiveTask, { params: { taskId } }),
      );
      expect(refused).toMatchObject({
        code: 'task-read-only',
        details: { provider: 'MeisterTask' },
      });
    }
    expect(await reasons(account, [branch])).toEqual([undefined]);
  });

  it('lets a formerly imported branch be archived once its integration is unlinked', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account, 'unlinked');
    const taskId = await aTask(account, { imported });
    const task = await account.administrator.ask(archiveTask, { params: { taskId } });
    expect(task.archived?.reason).toBe('by-hand');
  });

  it('stops the timers that run in the branch, no other, and tells whose they were', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const leaf = await aTask(account, { parent: project });
    const [inside, outside] = [await aMember(account), await aMember(account)];
    const stopped = await aTimer(account, inside, leaf);
    const running = await aTimer(account, outside, await aTask(account));
    const news = await hearing();
    server.clock.advance({ minutes: 10 });
    await account.administrator.ask(archiveTask, { params: { taskId: project } });
    expect(await stopOf(stopped)).toEqual(server.clock.now());
    expect(await stopOf(running)).toBeNull();
    const { id: accountId } = account;
    await expect.poll(() => news).toContainEqual({ accountId, topic: 'tasks', id: project });
    const timers = news.filter((one) => one.topic === 'timer');
    expect(timers).toEqual([{ accountId, topic: 'timer', memberId: inside.memberId }]);
  });

  it('never ends an entry before it started', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const timer = await aTimer(account, account.administrator, taskId);
    const startedAt = server.clock.now();
    server.clock.advance({ minutes: -5 });
    await account.administrator.ask(archiveTask, { params: { taskId } });
    expect(await stopOf(timer)).toEqual(startedAt);
  });
});

async function reasons(account: TestAccount, taskIds: readonly TaskId[]) {
  const tasks = await Promise.all(
    taskIds.map((taskId) => account.administrator.ask(readTask, { params: { taskId } })),
  );
  return tasks.map((task) => task.archived?.reason);
}

async function aTimer(account: TestAccount, member: Person, taskId: TaskId): Promise<EntryId> {
  const id = newId<'entry'>();
  await server.database.db
    .insertInto('entry')
    .values({
      account_id: account.id,
      id,
      member_id: member.memberId,
      task_id: taskId,
      started_at: server.clock.now(),
      zone: 'Europe/Berlin',
      day: '2026-03-02',
      created_at: server.clock.now(),
    })
    .execute();
  return id;
}

async function stopOf(entryId: EntryId): Promise<Date | null> {
  const { db } = server.database;
  const entry = db.selectFrom('entry').select('stopped_at').where('id', '=', entryId);
  return (await entry.executeTakeFirstOrThrow()).stopped_at;
}

interface Heard {
  readonly topic: string;
}

/** Collects the news of the database from now on. */
async function hearing(): Promise<Heard[]> {
  const heard: Heard[] = [];
  const listener = await listen(server.database.url, {
    hear: (payload) => heard.push(JSON.parse(payload)),
    listening: () => {},
  });
  afterAll(async () => listener.close());
  return heard;
}
