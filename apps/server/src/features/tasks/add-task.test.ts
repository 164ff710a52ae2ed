import { addTask, readTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, anIntegration, aTask } from '../../testing/world.ts';

const server = await aServer();
const aBody = () => ({ id: newId<'task'>(), parentId: null, name: 'New' });

describe('adding a task', () => {
  it('needs a session', async () => {
    expect((await refusalOf(server.ask(addTask, { body: aBody() }))).code).toBe('session-needed');
  });

  it("does not find another account's parent", async () => {
    const parentId = await aTask(await anAccount(server));
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(addTask, { body: { ...aBody(), parentId } }));
    expect(refused.code).toBe('not-found');
  });

  it('makes a project on which whoever made it is project manager', async () => {
    const account = await anAccount(server);
    for (const role of ['administrator', 'supervisor'] as const) {
      const member = await aMember(account, { role });
      const task = await member.ask(addTask, { body: aBody() });
      expect(task).toMatchObject({ parentId: null, path: [], billable: true, archived: null });
      expect(task).toMatchObject({ role: 'project-manager', trackable: true });
      expect(await member.ask(readTask, { params: { taskId: task.id } })).toEqual(task);
    }
  });

  it('refuses a project to a user', async () => {
    const user = await aMember(await anAccount(server));
    expect((await refusalOf(user.ask(addTask, { body: aBody() }))).code).toBe('right-needed');
  });

  it.each([
    ['project-manager', undefined],
    ['regular-user', undefined],
    ['guest', 'right-needed'],
  ] as const)('below an own task as %s: %s', async (role, code) => {
    const account = await anAccount(server);
    const parentId = await aTask(account, { name: 'Acme', billable: false });
    const member = await aMember(account);
    await anAssignment(account, parentId, member, role);
    const asked = member.ask(addTask, { body: { ...aBody(), parentId } });
    if (code !== undefined) {
      expect((await refusalOf(asked)).code).toBe(code);
      return;
    }
    expect(await asked).toMatchObject({
      path: [{ id: parentId, name: 'Acme' }],
      billable: false,
      role,
      trackable: true,
    });
  });

  it('refuses to add below a mere path', async () => {
    const account = await anAccount(server);
    const parentId = await aTask(account);
    const member = await aMember(account);
    await anAssignment(account, await aTask(account, { parent: parentId }), member);
    const refused = await refusalOf(member.ask(addTask, { body: { ...aBody(), parentId } }));
    expect(refused.code).toBe('right-needed');
  });

  it('refuses to add below an imported task, naming the provider, until it is unlinked', async () => {
    const account = await anAccount(server);
    const linked = await anIntegration(account);
    const parentId = await aTask(account, { name: 'Board', imported: linked });
    const refused = await refusalOf(
      account.administrator.ask(addTask, { body: { ...aBody(), parentId } }),
    );
    expect(refused.code).toBe('task-read-only');
    expect(refused.message).toContain('“Board” comes from MeisterTask');

    const other = await anAccount(server);
    const unlinked = await anIntegration(other, 'unlinked');
    const free = await aTask(other, { imported: unlinked });
    const task = await other.administrator.ask(addTask, { body: { ...aBody(), parentId: free } });
    expect(task.parentId).toBe(free);
  });

  it('refuses to add below an archived task', async () => {
    const account = await anAccount(server);
    const parentId = await aTask(account, { name: 'Old', archived: true });
    const refused = await refusalOf(
      account.administrator.ask(addTask, { body: { ...aBody(), parentId } }),
    );
    expect(refused.message).toBe('“Old” is archived, so nothing can be added below it.');
  });

  it.each([
    ['', 'task-name-needed'],
    [' \u202e\t ', 'task-name-needed'],
    ['x'.repeat(1001), 'task-name-too-long'],
  ])('refuses the name %j', async (name, code) => {
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(administrator.ask(addTask, { body: { ...aBody(), name } }));
    expect(refused.code).toBe(code);
  });

  it('takes a name of exactly 1000 characters and cleans what is unseen', async () => {
    const { administrator } = await anAccount(server);
    const long = await administrator.ask(addTask, {
      body: { ...aBody(), name: ` ${'x'.repeat(1000)}\n` },
    });
    expect(long.name).toBe('x'.repeat(1000));
    const odd = await administrator.ask(addTask, {
      body: { ...aBody(), name: 'a\u202eb\u0007  c 👩‍👩‍👧 שלום' },
    });
    expect(odd.name).toBe('a b c 👩‍👩‍👧 שלום');
  });

  it('sent again answers the same and adds nothing', async () => {
    const account = await anAccount(server);
    const body = aBody();
    const first = await account.administrator.ask(addTask, { body });
    const again = await Promise.all([
      account.administrator.ask(addTask, { body }),
      account.administrator.ask(addTask, { body }),
    ]);
    expect(again).toEqual([first, first]);
  });

  it('refuses an id that is taken by somebody else or below another parent', async () => {
    const account = await anAccount(server);
    const parentId = await aTask(account);
    const body = aBody();
    await account.administrator.ask(addTask, { body });
    const moved = { ...body, parentId };
    const elsewhere = await refusalOf(account.administrator.ask(addTask, { body: moved }));
    expect(elsewhere.code).toBe('id-taken');
    const other = await aMember(account, { role: 'administrator' });
    expect((await refusalOf(other.ask(addTask, { body }))).code).toBe('id-taken');
  });

  it('lets two accounts use the same id', async () => {
    const body = aBody();
    const [one, two] = [await anAccount(server), await anAccount(server)];
    const first = await one.administrator.ask(addTask, { body });
    const second = await two.administrator.ask(addTask, { body: { ...body, name: 'Theirs' } });
    expect([first.name, second.name]).toEqual(['New', 'Theirs']);
  });
});
