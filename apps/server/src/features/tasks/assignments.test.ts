import { assign, listAssignments, readTask, unassign } from '@timegrove/contract/tasks.ts';
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
  type TestAccount,
} from '../../testing/world.ts';

const server = await aServer();
const roleOf = { role: 'regular-user' } as const;

describe('each verb of assignments', () => {
  const unknown = { taskId: newId<'task'>(), memberId: newId<'member'>() };

  it('needs a session', async () => {
    const asked = [
      server.ask(listAssignments, { params: { taskId: unknown.taskId } }),
      server.ask(assign, { params: unknown, body: roleOf }),
      server.ask(unassign, { params: unknown }),
    ];
    for (const { code } of await refusalsOf(asked)) expect(code).toBe('session-needed');
  });

  it("does not find another account's task or member", async () => {
    const other = await anAccount(server);
    const taskId = await aTask(other);
    const account = await anAccount(server);
    const own = await aTask(account);
    const { ask, memberId } = account.administrator;
    const theirs = other.administrator.memberId;
    const asked = [
      ask(listAssignments, { params: { taskId } }),
      ask(assign, { params: { taskId, memberId }, body: roleOf }),
      ask(unassign, { params: { taskId, memberId } }),
      ask(assign, { params: { taskId: own, memberId: theirs }, body: roleOf }),
      ask(unassign, { params: { taskId: own, memberId: theirs } }),
    ];
    const things = ['task', 'task', 'task', 'member', 'member'];
    const refused = await refusalsOf(asked);
    expect(refused.map(({ code }) => code)).toEqual(things.map(() => 'not-found'));
    expect(refused.map(({ details }) => details?.['thing'])).toEqual(things);
  });

  it.each(['regular-user', 'guest'] as const)('refuses a %s to assign', async (role) => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const member = await aMember(account);
    await anAssignment(account, taskId, member, role);
    const params = { taskId, memberId: account.administrator.memberId };
    const asked = [member.ask(assign, { params, body: roleOf }), member.ask(unassign, { params })];
    for (const { code } of await refusalsOf(asked)) expect(code).toBe('right-needed');
    const listed = await member.ask(listAssignments, { params: { taskId } });
    expect(listed.mayAssign).toBe(false);
  });
});

describe('assigning', () => {
  it('gives the right to track on the task and everything below it', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const below = await aTask(account, { parent: taskId });
    const member = await aMember(account);
    await assigns(account, taskId, member);
    const task = await member.ask(readTask, { params: { taskId: below } });
    expect(task).toMatchObject({ role: 'regular-user', trackable: true });
  });

  it('is open to a project manager of the branch, on imported tasks as well', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { imported: await anIntegration(account) });
    const taskId = await aTask(account, { parent: project });
    const [manager, member] = [await aMember(account), await aMember(account)];
    await anAssignment(account, project, manager, 'project-manager');
    await manager.ask(assign, { params: { taskId, memberId: member.memberId }, body: roleOf });
    expect(await held(taskId, member)).toMatchObject({ role: 'regular-user', origin: 'hand' });
  });

  it('in another role makes what a rule gave one by hand; in the same role it stays as it is', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const member = await aMember(account);
    await anAssignment(account, taskId, member, 'regular-user', 'rule');
    await assigns(account, taskId, member);
    expect(await held(taskId, member)).toMatchObject({ role: 'regular-user', origin: 'rule' });
    await assigns(account, taskId, member, 'guest');
    expect(await held(taskId, member)).toMatchObject({ role: 'guest', origin: 'hand' });
  });

  it('does not find a deactivated member', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const gone = await aMember(account, { active: false });
    const refused = await refusalOf(assigns(account, taskId, gone));
    expect(refused).toMatchObject({ code: 'not-found', details: { thing: 'member' } });
  });
});

describe('taking an assignment away', () => {
  it('of an own task by hand leaves nothing behind', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const member = await aMember(account);
    await assigns(account, taskId, member);
    await unassigns(account, taskId, member);
    expect(await held(taskId, member)).toBeUndefined();
    const refused = await refusalOf(member.ask(readTask, { params: { taskId } }));
    expect(refused.code).toBe('not-found');
  });

  it('that a rule gave, or on an imported task, is remembered so that no rule gives it again', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account);
    const [byRule, byHand] = [await aMember(account), await aMember(account)];
    const taskId = await aTask(account, { imported });
    await anAssignment(account, taskId, byRule, 'regular-user', 'rule');
    await anAssignment(account, taskId, byHand);
    for (const member of [byRule, byHand]) {
      await unassigns(account, taskId, member);
      expect(await held(taskId, member)).toMatchObject({ role: null, origin: 'hand' });
      const refused = await refusalOf(unassigns(account, taskId, member));
      expect(refused.code).toBe('assignment-not-found');
      await assigns(account, taskId, member);
      expect(await held(taskId, member)).toMatchObject({ role: 'regular-user', origin: 'hand' });
    }
  });

  it('refuses where the member is assigned only by a task above', async () => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const taskId = await aTask(account, { name: 'Below', parent: project });
    const member = await aMember(account, { name: 'Kim' });
    await anAssignment(account, project, member);
    const refused = await refusalOf(unassigns(account, taskId, member));
    expect(refused.code).toBe('assignment-not-found');
    expect(refused.message).toBe('Kim is not assigned to “Below” itself.');
  });

  it('works on somebody who was deactivated', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const gone = await aMember(account, { active: false });
    await anAssignment(account, taskId, gone);
    await unassigns(account, taskId, gone);
    expect(await held(taskId, gone)).toBeUndefined();
  });
});

describe('listing assignments', () => {
  it('shows those of the task first, then those from above, without the ones taken away', async () => {
    const account = await anAccount(server);
    const imported = await anIntegration(account);
    const project = await aTask(account, { name: 'Project', imported });
    const taskId = await aTask(account, { name: 'Task', parent: project });
    const beside = await aTask(account, { parent: project });
    const [ann, bob] = [
      await aMember(account, { name: 'Ann' }),
      await aMember(account, { name: 'Bob', active: false }),
    ];
    const removed = await aMember(account, { name: 'Cleo' });
    await anAssignment(account, project, ann, 'project-manager', 'rule');
    await anAssignment(account, project, removed);
    await unassigns(account, project, removed);
    await anAssignment(account, taskId, bob, 'guest');
    await anAssignment(account, beside, removed);
    const listed = await account.administrator.ask(listAssignments, { params: { taskId } });
    const [first, second] = listed.assignments;
    expect(listed.assignments).toHaveLength(2);
    expect(first).toEqual({
      memberId: bob.memberId,
      name: 'Bob',
      email: bob.email,
      active: false,
      role: 'guest',
      origin: 'hand',
      on: { id: taskId, name: 'Task' },
    });
    expect(second).toEqual({
      memberId: ann.memberId,
      name: 'Ann',
      email: ann.email,
      active: true,
      role: 'project-manager',
      origin: 'rule',
      on: { id: project, name: 'Project' },
    });
    expect(listed.mayAssign).toBe(true);
  });
});

async function refusalsOf(asked: readonly Promise<unknown>[]) {
  return Promise.all(asked.map(refusalOf));
}

function assigns(
  account: TestAccount,
  taskId: TaskId,
  { memberId }: Person,
  role: 'guest' | 'regular-user' = 'regular-user',
) {
  return account.administrator.ask(assign, { params: { taskId, memberId }, body: { role } });
}

function unassigns(account: TestAccount, taskId: TaskId, { memberId }: Person) {
  return account.administrator.ask(unassign, { params: { taskId, memberId } });
}

async function held(taskId: TaskId, member: Person) {
  return server.database.db
    .selectFrom('assignment')
    .select(['role', 'origin'])
    .where('task_id', '=', taskId)
    .where('member_id', '=', member.memberId)
    .executeTakeFirst();
}
