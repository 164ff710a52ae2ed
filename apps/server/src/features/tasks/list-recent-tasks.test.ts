import { listRecentTasks } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

const server = await aServer();

describe('listing recent tasks', () => {
  it('needs a session', async () => {
    expect((await refusalOf(server.ask(listRecentTasks))).code).toBe('session-needed');
  });

  it('gives what the member tracked on, each once, the last first', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Project' });
    const tasks = new Map<string, TaskId>();
    for (const name of ['A', 'B', 'C'])
      tasks.set(name, await aTask(account, { name, parent: project }));
    const [member, other] = [await aMember(account), await aMember(account)];
    await anAssignment(account, project, member);
    for (const name of ['A', 'B', 'A']) await tracks(account, member, tasks.get(name) ?? null);
    await tracks(account, member, null);
    await tracks(account, other, tasks.get('C') ?? null);
    const { tasks: recent } = await member.ask(listRecentTasks);
    expect(recent.map((task) => task.name)).toEqual(['A', 'B']);
    expect(recent[0]?.path).toEqual([{ id: project, name: 'Project' }]);
    const { tasks: one } = await member.ask(listRecentTasks, { query: { limit: 1 } });
    expect(one.map((task) => task.name)).toEqual(['A']);
  });

  it('leaves out what can no longer be tracked on, and deleted entries', async () => {
    const account = await anAccount(server);
    const member = await aMember(account);
    const archived = await aTask(account, { archived: true });
    await anAssignment(account, archived, member);
    const deleted = await aTask(account);
    await anAssignment(account, deleted, member);
    await tracks(account, member, archived);
    await tracks(account, member, await aTask(account));
    await tracks(account, member, deleted, server.clock.now());
    expect((await member.ask(listRecentTasks)).tasks).toEqual([]);
  });
});

async function tracks(
  account: TestAccount,
  member: Person,
  taskId: TaskId | null,
  deletedAt: Date | null = null,
): Promise<void> {
  server.clock.advance({ minutes: 30 });
  await server.database.db
    .insertInto('entry')
    .values({
      account_id: account.id,
      id: newId<'entry'>(),
      member_id: member.memberId,
      task_id: taskId,
      started_at: server.clock.now(),
      stopped_at: server.clock.now(),
      zone: 'Europe/Berlin',
      day: '2026-03-02',
      deleted_at: deletedAt,
      created_at: server.clock.now(),
    })
    .execute();
}
