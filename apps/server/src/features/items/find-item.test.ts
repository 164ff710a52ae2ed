import { findItem, itemName } from '@timegrove/contract/items.ts';
import type { IntegrationId, TaskId } from '@timegrove/domain/id.ts';
import { beforeEach, describe, expect, it } from 'vitest';
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
let account: TestAccount;
let member: Person;
let imported: IntegrationId;
let project: TaskId;

const url = 'https://www.meistertask.com/app/task/cOWITe9h';

beforeEach(async () => {
  account = await anAccount(server);
  member = await aMember(account);
  imported = await anIntegration(account);
  project = await aTask(account, { name: 'Website', imported, kind: 'project', remoteId: '5' });
  await anAssignment(account, project, member);
});

/** What the member is told of an item, in short: the state, and the task or the choices. */
async function told(item: string, person = member, provider = 'meistertask') {
  const { state, task, choices } = await person.ask(findItem, { query: { provider, item } });
  return [state, ...(task === null ? choices.map(({ id }) => id) : [task.id])];
}

const aChild = async (more: Parameters<typeof aTask>[1] = {}): Promise<TaskId> =>
  aTask(account, { name: 'Draft', parent: project, imported, ...more });

describe('an item', () => {
  it('is found by its id, with its path and its integration', async () => {
    const task = await aChild({ remoteId: '7' });
    const found = await member.ask(findItem, {
      query: { provider: 'meistertask', item: 'task_7' },
    });
    expect(found).toMatchObject({
      state: 'known',
      task: { id: task, path: [{ name: 'Website' }] },
      choices: [],
      integration: { providerName: 'MeisterTask', hourly: true, health: 'working' },
    });
    expect(await told('task_8')).toEqual(['unknown']);
    expect(await told('project_7')).toEqual(['unknown']);
  });

  it('is found by its address, and by no other', async () => {
    const task = await aChild({ url });
    expect(await told(url)).toEqual(['known', task]);
    expect(await told(`${url}x`)).toEqual(['unknown']);
    expect(await told(url.slice(0, -1))).toEqual(['unknown']);
  });

  it('is found by its name below another, at any depth', async () => {
    const list = await aChild({ name: 'Backlog', kind: 'list', remoteId: '6' });
    const task = await aChild({ name: 'Draft page', parent: list });
    const other = await aTask(account, { name: 'Shop', imported, kind: 'project', remoteId: '9' });
    await anAssignment(account, other, member);
    await aChild({ name: 'Draft page', parent: other });
    expect(await told('project_5 Draft page')).toEqual(['known', task]);
    expect(await told('list_6 Draft page')).toEqual(['known', task]);
    expect(await told('project_5 Draft')).toEqual(['unknown']);
    expect(await told('project_1 Draft page')).toEqual(['unknown']);
  });

  it('is not the thing above it of the same name', async () => {
    expect(await told('project_5 Website')).toEqual(['unknown']);
    const task = await aChild({ name: 'Website' });
    expect(await told('project_5 Website')).toEqual(['known', task]);
  });

  it('is chosen by a person where several have the name', async () => {
    const [first, second] = [await aChild(), await aChild()];
    const archived = await aChild({ archived: true });
    const [state, ...choices] = await told('project_5 Draft');
    expect(state).toBe('several');
    expect(new Set(choices)).toEqual(new Set([first, second]));
    expect(choices).not.toContain(archived);
  });

  it('of a name that is also archived is the one that is left', async () => {
    await aChild({ archived: true });
    const task = await aChild();
    expect(await told('project_5 Draft')).toEqual(['known', task]);
  });
});

describe('an item that cannot be tracked on', () => {
  it('is archived, or the member is not assigned to it', async () => {
    const archived = await aChild({ url, archived: true });
    expect(await told(url)).toEqual(['archived', archived]);
    const stranger = await aMember(account);
    expect(await told(url, stranger)).toEqual(['not-assigned']);
  });

  it('comes from what is not connected', async () => {
    expect(await told('task_7', member, 'toggl')).toEqual(['no-integration']);
    await anIntegration(account, 'unlinked', 'toggl');
    expect(await told('task_7', member, 'toggl')).toEqual(['no-integration']);
  });

  it('stays known after its integration was unlinked', async () => {
    const unlinked = await anIntegration(account, 'unlinked', 'toggl');
    const task = await aTask(account, { imported: unlinked, remoteId: '7' });
    await anAssignment(account, task, member);
    expect(await told('task_7', member, 'toggl')).toEqual(['known', task]);
  });

  it('is not looked for in another account', async () => {
    await aChild({ url });
    const other = await anAccount(server);
    await anIntegration(other);
    expect(await told(url, other.administrator)).toEqual(['unknown']);
  });
});

describe('what a member learns of an item', () => {
  it('needs a session', async () => {
    const query = { provider: 'meistertask', item: 'task_7' };
    expect((await refusalOf(server.ask(findItem, { query }))).code).toBe('session-needed');
  });

  it('is the task only if the member may see it', async () => {
    const hidden = await aTask(account, { name: 'Hidden', imported, remoteId: '8' });
    expect(await told('task_8')).toEqual(['not-assigned']);
    expect(await told('task_8', account.administrator)).toEqual(['not-assigned', hidden]);
  });

  it.each([
    ['active', 'working'],
    ['choosing', 'choosing'],
    ['paused', 'paused'],
    ['unlinked', undefined],
  ] as const)('is how its integration does: %s', async (state, health) => {
    const { db } = server.database;
    await db.updateTable('integration').set({ state }).where('id', '=', imported).execute();
    const query = { provider: 'meistertask', item: 'project_5' };
    const found = await member.ask(findItem, { query });
    expect([found.state, found.integration?.health]).toEqual(['known', health]);
  });
});

describe('the name of an item', () => {
  it.each(['task_1', 'work-item_4790edab-f577', url, 'project_5 A name: with “signs” & more'])(
    'may be %s',
    (name) => expect(itemName.safeParse(name).success).toBe(true),
  );

  it.each([
    '',
    'task',
    'task_',
    '_1',
    'Task_1',
    'http://a.example',
    'https://a b',
    'task_1 ',
    'a b',
  ])('may not be “%s”', (name) => expect(itemName.safeParse(name).success).toBe(false));
});
