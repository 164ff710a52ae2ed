import { listTasks } from '@timegrove/contract/tasks.ts';
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

describe('listing tasks', () => {
  it('needs a session', async () => {
    expect((await refusalOf(server.ask(listTasks))).code).toBe('session-needed');
  });

  it("does not find another account's task", async () => {
    const parentId = await aTask(await anAccount(server));
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(listTasks, { query: { parentId } }));
    expect(refused.code).toBe('not-found');
  });

  it('shows nothing to a member who is assigned nowhere, whatever the account role', async () => {
    const account = await anAccount(server);
    const parentId = await aTask(account);
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await supervisor.ask(listTasks)).toEqual({ tasks: [], next: null });
    const refused = await refusalOf(supervisor.ask(listTasks, { query: { parentId } }));
    expect(refused.code).toBe('not-found');
  });

  it('lists the projects by name without regard to capitals, archived ones left out', async () => {
    const account = await anAccount(server);
    for (const name of ['beta', 'Alpha', 'Übung', 'gamma']) await aTask(account, { name });
    await aTask(account, { name: 'delta', archived: true });
    expect(await namesBelow(account.administrator)).toEqual(['Alpha', 'beta', 'gamma', 'Übung']);
  });

  it('shows a member the assigned branch and the path to it, no more', async () => {
    const account = await anAccount(server);
    const seen = await aTask(account, { name: 'Acme' });
    await aTask(account, { name: 'Other' });
    const assigned = await aTask(account, { name: 'Website', parent: seen });
    await aTask(account, { name: 'Secret', parent: seen });
    await aTask(account, { name: 'One', parent: assigned });
    await aTask(account, { name: 'Two', parent: assigned });
    const member = await aMember(account);
    await anAssignment(account, assigned, member);
    expect(await namesBelow(member)).toEqual(['Acme']);
    expect(await namesBelow(member, seen)).toEqual(['Website']);
    expect(await namesBelow(member, assigned)).toEqual(['One', 'Two']);
  });

  it('gives pages that together are everything once, also where names are the same', async () => {
    const account = await anAccount(server);
    const parent = await aTask(account);
    for (const name of ['same', 'Same', 'same', 'other', 'SAME', 'zzz', 'a']) {
      await aTask(account, { name, parent });
    }
    const whole = await page(account, parent, 100);
    const ids: TaskId[] = [];
    let after: TaskId | undefined;
    for (let turn = 0; turn < 4; turn++) {
      const { tasks, next } = await page(account, parent, 2, after);
      ids.push(...tasks.map((task) => task.id));
      after = next ?? undefined;
    }
    expect(after).toBeUndefined();
    expect(ids).toEqual(whole.tasks.map((task) => task.id));
    expect(ids).toHaveLength(7);
  });

  it('refuses a page of more than 2000', async () => {
    const account = await anAccount(server);
    const refused = await refusalOf(
      account.administrator.ask(listTasks, { query: { limit: 2001 } }),
    );
    expect(refused).toMatchObject({ code: 'input-invalid', field: 'query.limit' });
  });
});

async function namesBelow(person: Person, parentId?: TaskId): Promise<string[]> {
  const { tasks } = await person.ask(listTasks, {
    query: parentId === undefined ? {} : { parentId },
  });
  return tasks.map((task) => task.name);
}

async function page(account: TestAccount, parentId: TaskId, limit: number, after?: TaskId) {
  return account.administrator.ask(listTasks, {
    query: { parentId, limit, ...(after !== undefined && { after }) },
  });
}
