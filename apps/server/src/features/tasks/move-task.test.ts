import { Refused } from '@timegrove/contract/client.ts';
import { addTask, listTasks, moveTask, readTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  anIntegration,
  aTask,
  type Person,
} from '../../testing/world.ts';

const server = await aServer();

function move(person: Person, taskId: TaskId, parentId: TaskId | null) {
  return person.ask(moveTask, { params: { taskId }, body: { parentId } });
}

describe('moving a task', () => {
  it('needs a session', async () => {
    const asked = server.ask(moveTask, {
      params: { taskId: newId<'task'>() },
      body: { parentId: null },
    });
    expect((await refusalOf(asked)).code).toBe('session-needed');
  });

  it("does not find another account's task, nor move below one", async () => {
    const theirs = await aTask(await anAccount(server));
    const account = await anAccount(server);
    const own = await aTask(account);
    const { administrator } = account;
    expect((await refusalOf(move(administrator, theirs, null))).code).toBe('not-found');
    expect((await refusalOf(move(administrator, own, theirs))).code).toBe('not-found');
  });

  it('takes the whole branch along, so that rights follow the new place', async () => {
    const account = await anAccount(server);
    const [from, to] = [await aTask(account, { name: 'A' }), await aTask(account, { name: 'B' })];
    const branch = await aTask(account, { name: 'Branch', parent: from });
    const leaf = await aTask(account, { name: 'Leaf', parent: branch });
    const [before, after] = [await aMember(account), await aMember(account)];
    await anAssignment(account, from, before);
    await anAssignment(account, to, after);
    const moved = await move(account.administrator, branch, to);
    expect(moved).toMatchObject({ parentId: to, path: [{ id: to, name: 'B' }], childCount: 1 });
    const seen = await after.ask(readTask, { params: { taskId: leaf } });
    expect(seen.path.map((step) => step.name)).toEqual(['B', 'Branch']);
    expect(seen.trackable).toBe(true);
    const lost = await refusalOf(before.ask(readTask, { params: { taskId: leaf } }));
    expect(lost.code).toBe('not-found');
  });

  it('to where it is already changes nothing', async () => {
    const account = await anAccount(server);
    const parent = await aTask(account);
    const taskId = await aTask(account, { parent });
    const before = await account.administrator.ask(readTask, { params: { taskId } });
    expect(await move(account.administrator, taskId, parent)).toEqual(before);
  });

  it('refuses to move it below itself or below what is below it', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const below = await aTask(account, { parent: await aTask(account, { parent: taskId }) });
    for (const parentId of [taskId, below]) {
      const refused = await refusalOf(move(account.administrator, taskId, parentId));
      expect(refused.code).toBe('task-into-itself');
    }
  });

  it('refuses a place below an archived task', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const old = await aTask(account, { archived: true });
    const refused = await refusalOf(move(account.administrator, taskId, old));
    expect(refused.code).toBe('task-parent-archived');
  });

  it('refuses an imported task, a place below one, and a branch with one in it', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account);
    const item = await aTask(account, { name: 'Item', imported });
    const own = await aTask(account);
    const branch = await aTask(account);
    await aTask(account, { name: 'Deep', parent: branch, imported });
    const { administrator } = account;
    const tries = [
      [item, own, '“Item” comes from MeisterTask'],
      [own, item, '“Item” comes from MeisterTask'],
      [branch, own, '“Deep” comes from MeisterTask'],
    ] as const;
    for (const [taskId, parentId, sentence] of tries) {
      const refused = await refusalOf(move(administrator, taskId, parentId));
      expect(refused.code).toBe('task-read-only');
      expect(refused.message).toContain(sentence);
    }
  });

  it('needs the right to manage the task and to add at the new place', async () => {
    const account = await anAccount(server);
    const [from, to] = [await aTask(account), await aTask(account)];
    const taskId = await aTask(account, { parent: from });
    const member = await aMember(account);
    await anAssignment(account, from, member, 'regular-user');
    await anAssignment(account, to, member, 'guest');
    expect((await refusalOf(move(member, taskId, to))).code).toBe('right-needed');

    const manager = await aMember(account);
    await anAssignment(account, from, manager, 'project-manager');
    await anAssignment(account, to, manager, 'guest');
    expect((await refusalOf(move(manager, taskId, to))).code).toBe('right-needed');
    expect((await refusalOf(move(manager, taskId, null))).code).toBe('right-needed');

    const allowed = await aMember(account);
    await anAssignment(account, from, allowed, 'project-manager');
    await anAssignment(account, to, allowed, 'regular-user');
    expect(await move(allowed, taskId, to)).toMatchObject({ parentId: to, role: 'regular-user' });
  });

  it('to the top leaves it in the hands of the supervisor who moved it', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const taskId = await aTask(account, { parent: project });
    const supervisor = await aMember(account, { role: 'supervisor' });
    await anAssignment(account, project, supervisor, 'project-manager');
    const moved = await move(supervisor, taskId, null);
    expect(moved).toMatchObject({ parentId: null, path: [], role: 'project-manager' });
  });

  it('out of an archived branch leaves it archived, as a branch of its own', async () => {
    const account = await anAccount(server);
    const { ask } = account.administrator;
    const project = await aTask(account, { archived: true });
    const taskId = await aTask(account, { parent: project, archived: true });
    const { db } = server.database;
    await db
      .updateTable('task')
      .set({ archived_reason: 'with-parent' })
      .where('id', '=', taskId)
      .execute();
    const moved = await move(account.administrator, taskId, null);
    expect(moved.archived?.reason).toBe('by-hand');
    expect((await ask(listTasks)).tasks).toEqual([]);
  });

  it('at once from both sides makes no circle', async () => {
    const account = await anAccount(server);
    const { administrator } = account;
    const [one, two] = [await aTask(account), await aTask(account)];
    const outcomes = await Promise.all([
      outcomeOf(move(administrator, one, two)),
      outcomeOf(move(administrator, two, one)),
    ]);
    expect(outcomes.sort()).toEqual(['moved', 'task-into-itself']);
  });

  it('at once with an addition below keeps the addition in the branch', async () => {
    const account = await anAccount(server);
    const { administrator } = account;
    const to = await aTask(account);
    for (let turn = 0; turn < 10; turn++) {
      const branch = await aTask(account);
      const body = { id: newId<'task'>(), parentId: branch, name: 'New' };
      await Promise.all([move(administrator, branch, to), administrator.ask(addTask, { body })]);
      const added = await administrator.ask(readTask, { params: { taskId: body.id } });
      expect(added.path.map((step) => step.id)).toEqual([to, branch]);
    }
  });
});

async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'moved';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}
