import { readTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, anIntegration, aTask } from '../../testing/world.ts';

const server = await aServer();

describe('reading a task', () => {
  it('needs a session', async () => {
    const refused = await refusalOf(server.ask(readTask, { params: { taskId: newId<'task'>() } }));
    expect(refused).toMatchObject({ code: 'session-needed', status: 401 });
  });

  it("does not find another account's task", async () => {
    const taskId = await aTask(await anAccount(server));
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(readTask, { params: { taskId } }));
    expect(refused).toMatchObject({ code: 'not-found', status: 404 });
    expect(refused.message).toBe('This task does not exist, or you may not see it.');
  });

  it('does not find a task the member is not assigned to, beside or below the assigned one', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Acme' });
    const beside = await aTask(account, { parent: project });
    const assigned = await aTask(account, { parent: project });
    const member = await aMember(account, { role: 'supervisor' });
    await anAssignment(account, assigned, member);
    const refused = await refusalOf(member.ask(readTask, { params: { taskId: beside } }));
    expect(refused.code).toBe('not-found');
  });

  it('shows everything about an own task, with the names above it', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Acme' });
    const list = await aTask(account, { name: 'Website', parent: project });
    const taskId = await aTask(account, { name: 'Fix 🚀', parent: list, billable: false });
    await aTask(account, { parent: taskId });
    await aTask(account, { parent: taskId, archived: true });
    const task = await account.administrator.ask(readTask, { params: { taskId } });
    expect(task).toEqual({
      id: taskId,
      parentId: list,
      name: 'Fix 🚀',
      note: '',
      color: null,
      billable: false,
      tagIds: [],
      keywords: [],
      budgetMinutes: null,
      archived: null,
      source: null,
      childCount: 1,
      role: null,
      trackable: false,
      path: [
        { id: project, name: 'Acme' },
        { id: list, name: 'Website' },
      ],
    });
  });

  it('shows a mere path without a role, and counts only what the member can see below it', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const assigned = await aTask(account, { parent: project });
    await aTask(account, { parent: project });
    await aTask(account, { parent: assigned });
    await aTask(account, { parent: assigned });
    const member = await aMember(account);
    await anAssignment(account, assigned, member, 'guest');
    const path = await member.ask(readTask, { params: { taskId: project } });
    expect(path).toMatchObject({ role: null, trackable: false, childCount: 1 });
    const own = await member.ask(readTask, { params: { taskId: assigned } });
    expect(own).toMatchObject({ role: 'guest', trackable: true, childCount: 2 });
  });

  it('gives the strongest of the roles above, and no tracking on what is archived', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const taskId = await aTask(account, { parent: project, archived: true });
    const member = await aMember(account);
    await anAssignment(account, project, member, 'project-manager');
    await anAssignment(account, taskId, member, 'guest');
    const task = await member.ask(readTask, { params: { taskId } });
    expect(task).toMatchObject({ role: 'project-manager', trackable: false });
    expect(task.archived).toEqual({ at: '2026-03-02T09:00:00.000Z', reason: 'by-hand' });
  });

  it.each([
    ['active', true],
    ['unlinked', false],
  ] as const)('of an integration that is %s, read-only is %s', async (state, readOnly) => {
    const account = await anAccount(server);
    const imported = await anIntegration(account, state);
    const taskId = await aTask(account, { imported, kind: 'project' });
    const task = await account.administrator.ask(readTask, { params: { taskId } });
    expect(task.source).toEqual({ provider: 'meistertask', kind: 'project', url: null, readOnly });
  });
});
