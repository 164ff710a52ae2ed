import { archiveTask, readTask, restoreTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, anIntegration, aTask } from '../../testing/world.ts';

const server = await aServer();

describe('restoring a task', () => {
  it('needs a session', async () => {
    const refused = await refusalOf(
      server.ask(restoreTask, { params: { taskId: newId<'task'>() } }),
    );
    expect(refused.code).toBe('session-needed');
  });

  it("does not find another account's task", async () => {
    const taskId = await aTask(await anAccount(server), { archived: true });
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(restoreTask, { params: { taskId } }));
    expect(refused.code).toBe('not-found');
  });

  it('refuses a member who may not manage it', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account, { archived: true });
    const member = await aMember(account);
    await anAssignment(account, taskId, member, 'regular-user');
    const refused = await refusalOf(member.ask(restoreTask, { params: { taskId } }));
    expect(refused.code).toBe('right-needed');
  });

  it('brings back what was archived with it, not what was archived for itself', async () => {
    const account = await anAccount(server);
    const { ask } = account.administrator;
    const project = await aTask(account, { name: 'Project' });
    const list = await aTask(account, { name: 'List', parent: project });
    const leaf = await aTask(account, { name: 'Leaf', parent: list });
    const own = await aTask(account, { name: 'Own', parent: project });
    const below = await aTask(account, { name: 'Below', parent: own });
    await ask(archiveTask, { params: { taskId: own } });
    await ask(archiveTask, { params: { taskId: project } });
    const restored = await ask(restoreTask, { params: { taskId: project } });
    expect(restored).toMatchObject({ archived: null, childCount: 1 });
    const reasons: unknown[] = [];
    for (const taskId of [list, leaf, own, below]) {
      reasons.push((await ask(readTask, { params: { taskId } })).archived?.reason);
    }
    expect(reasons).toEqual([undefined, undefined, 'by-hand', 'with-parent']);
    await ask(restoreTask, { params: { taskId: own } });
    expect((await ask(readTask, { params: { taskId: below } })).archived).toBeNull();
  });

  it('refuses below an archived task, naming that one', async () => {
    const account = await anAccount(server);
    const parent = await aTask(account, { name: 'Old project', archived: true });
    const taskId = await aTask(account, { parent, archived: true });
    const refused = await refusalOf(account.administrator.ask(restoreTask, { params: { taskId } }));
    expect(refused).toMatchObject({
      code: 'task-parent-archived',
      details: { task: 'Old project' },
    });
  });

  it('refuses a task that is not archived', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const refused = await refusalOf(account.administrator.ask(restoreTask, { params: { taskId } }));
    expect(refused.code).toBe('task-not-archived');
  });

  it('refuses an imported task while it is linked', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account);
    const taskId = await aTask(account, { imported, archived: true });
    const refused = await refusalOf(account.administrator.ask(restoreTask, { params: { taskId } }));
    expect(refused).toMatchObject({ code: 'task-read-only', details: { provider: 'MeisterTask' } });
  });
});
