import { addTag, changeTag } from '@timegrove/contract/tags.ts';
import { changeTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { TagId, TaskId } from '@timegrove/domain/id.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, anIntegration, aTask } from '../../testing/world.ts';

const server = await aServer();

describe('changing a task', () => {
  it('needs a session', async () => {
    const refused = await refusalOf(
      server.ask(changeTask, { params: { taskId: newId<'task'>() }, body: {} }),
    );
    expect(refused.code).toBe('session-needed');
  });

  it("does not find another account's task", async () => {
    const taskId = await aTask(await anAccount(server));
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(
      administrator.ask(changeTask, { params: { taskId }, body: { name: 'Mine' } }),
    );
    expect(refused.code).toBe('not-found');
  });

  it.each([
    ['project-manager', undefined],
    ['regular-user', 'right-needed'],
    ['guest', 'right-needed'],
  ] as const)('as %s: %s', async (role, code) => {
    const account = await anAccount(server);
    const project = await aTask(account);
    const taskId = await aTask(account, { parent: project });
    const member = await aMember(account);
    await anAssignment(account, project, member, role);
    const asked = member.ask(changeTask, { params: { taskId }, body: { name: 'Renamed' } });
    if (code === undefined) expect((await asked).name).toBe('Renamed');
    else expect((await refusalOf(asked)).code).toBe(code);
  });

  it('changes what is given and leaves the rest', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account, { name: 'Same' });
    const ask = account.administrator.ask;
    const said = {
      note: 'Call first',
      color: '#2f9e44',
      billable: false,
      keywords: ['phone', '100 %'],
      budgetMinutes: 90,
    };
    const task = await ask(changeTask, { params: { taskId }, body: said });
    expect(task).toMatchObject({ name: 'Same', ...said });
    const bare = await ask(changeTask, { params: { taskId }, body: { color: null } });
    expect(bare).toMatchObject({ ...said, color: null });
    expect(await ask(changeTask, { params: { taskId }, body: {} })).toEqual(bare);
  });

  it('of an imported task changes everything but the name', async () => {
    const account = await anAccount(server);
    const taskId = await aTask(account, { name: 'Board', imported: await anIntegration(account) });
    const ask = account.administrator.ask;
    const said = {
      name: 'Board',
      note: 'n',
      color: '#000000',
      billable: false,
      keywords: ['wood'],
      budgetMinutes: null,
    };
    expect(await ask(changeTask, { params: { taskId }, body: said })).toMatchObject(said);
    const refused = await refusalOf(
      ask(changeTask, { params: { taskId }, body: { name: 'Mine', note: 'lost' } }),
    );
    expect(refused).toMatchObject({ code: 'task-read-only', details: { provider: 'MeisterTask' } });
    expect(await ask(changeTask, { params: { taskId }, body: {} })).toMatchObject(said);
  });

  it.each([
    [{ name: ' ' }, 'task-name-needed', undefined],
    [{ name: 'x'.repeat(1001) }, 'task-name-too-long', undefined],
    [{ color: 'green' }, 'input-invalid', 'body.color'],
    [{ note: 'x'.repeat(10_001) }, 'input-invalid', 'body.note'],
  ])('refuses %j', async (body, code, field) => {
    const account = await anAccount(server);
    const taskId = await aTask(account);
    const refused = await refusalOf(
      account.administrator.ask(changeTask, { params: { taskId }, body }),
    );
    expect(refused.code).toBe(code);
    expect(refused.field).toBe(field);
  });
});

describe('tags of a task', () => {
  it("are the account's own; an archived one stays where it is and goes on nothing new", async () => {
    const account = await anAccount(server);
    const { ask } = account.administrator;
    const stranger = (await anAccount(server)).administrator;
    const [first, second] = [await aTask(account), await aTask(account)];
    const tagged = async (taskId: TaskId, ...tagIds: TagId[]) =>
      ask(changeTask, { params: { taskId }, body: { tagIds } });
    const design = await ask(addTag, { body: { id: newId<'tag'>(), name: 'Design' } });
    const theirs = await stranger.ask(addTag, { body: { id: newId<'tag'>(), name: 'Theirs' } });
    expect((await tagged(first, design.id, design.id)).tagIds).toEqual([design.id]);
    expect(await refusalOf(tagged(first, theirs.id))).toMatchObject({ code: 'not-found' });
    await ask(changeTag, { params: { tagId: design.id }, body: { archived: true } });
    expect((await tagged(first, design.id)).tagIds).toEqual([design.id]);
    expect(await refusalOf(tagged(second, design.id))).toMatchObject({ code: 'tag-archived' });
  });
});
