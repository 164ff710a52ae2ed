import { archiveTask, listArchivedTasks } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, aTask, type Person } from '../../testing/world.ts';

const server = await aServer();

describe('listing archived tasks', () => {
  it('needs a session', async () => {
    expect((await refusalOf(server.ask(listArchivedTasks))).code).toBe('session-needed');
  });

  it("shows nothing of another account's", async () => {
    await aTask(await anAccount(server), { archived: true });
    const { administrator } = await anAccount(server);
    expect(await names(administrator)).toEqual([]);
  });

  it('shows the top of an archived branch only, newest first, with its path', async () => {
    const account = await anAccount(server);
    const { ask } = account.administrator;
    const project = await aTask(account, { name: 'Project' });
    const [early, late] = [
      await aTask(account, { name: 'Early', parent: project }),
      await aTask(account, { name: 'Late', parent: project }),
    ];
    await aTask(account, { name: 'Below', parent: late });
    await aTask(account, { name: 'Before', parent: late, archived: true });
    for (const taskId of [early, late]) {
      server.clock.advance({ minutes: 1 });
      await ask(archiveTask, { params: { taskId } });
    }
    const { tasks, next } = await ask(listArchivedTasks);
    expect(tasks.map((task) => task.name)).toEqual(['Late', 'Early']);
    expect(tasks[0]?.path).toEqual([{ id: project, name: 'Project' }]);
    expect(next).toBeNull();
  });

  it('shows a member only what lies in an assigned branch or on the path to it', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Project' });
    const assigned = await aTask(account, { name: 'Mine', parent: project, archived: true });
    await aTask(account, { name: 'Secret', parent: project, archived: true });
    const member = await aMember(account);
    await anAssignment(account, assigned, member);
    expect(await names(member)).toEqual(['Mine']);
    expect(await names(await aMember(account, { role: 'supervisor' }))).toEqual([]);
  });

  it('finds those whose names hold every word, wildcards taken literally', async () => {
    const account = await anAccount(server);
    for (const name of ['Old Website', 'Old 100% plan', 'Größe']) {
      await aTask(account, { name, archived: true });
    }
    const { administrator } = account;
    expect(await names(administrator, 'web OLD')).toEqual(['Old Website']);
    expect(await names(administrator, '0%')).toEqual(['Old 100% plan']);
    expect(await names(administrator, 'GRÖSSE')).toEqual([]);
    expect(await names(administrator, 'GRÖ')).toEqual(['Größe']);
    expect(await names(administrator, '_')).toEqual([]);
  });

  it('gives pages that together are everything once, also where all were archived at once', async () => {
    const account = await anAccount(server);
    for (let turn = 0; turn < 5; turn++) await aTask(account, { archived: true });
    const { ask } = account.administrator;
    const ids: TaskId[] = [];
    let next: TaskId | null = null;
    do {
      const query = { limit: 2, ...(next !== null && { after: next }) };
      const page: { tasks: { id: TaskId }[]; next: TaskId | null } = await ask(listArchivedTasks, {
        query,
      });
      ids.push(...page.tasks.map((task) => task.id));
      ({ next } = page);
    } while (next !== null);
    expect(new Set(ids).size).toBe(5);
    expect(ids).toHaveLength(5);
  });
});

async function names(person: Person, q = ''): Promise<string[]> {
  const { tasks } = await person.ask(listArchivedTasks, { query: { q } });
  return tasks.map((task) => task.name);
}
