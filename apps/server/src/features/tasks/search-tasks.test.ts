import { changeTask, searchTasks } from '@timegrove/contract/tasks.ts';
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

describe('the right to search', () => {
  it('needs a session', async () => {
    const refused = await refusalOf(server.ask(searchTasks, { query: { q: 'a' } }));
    expect(refused.code).toBe('session-needed');
  });

  it("finds nothing of another account's", async () => {
    const other = await anAccount(server);
    await aTask(other, { name: 'Treasure' });
    const { administrator } = await anAccount(server);
    expect(await names(administrator, 'Treasure', 'see')).toEqual([]);
  });

  it('to track finds only below assigned tasks, also for an administrator', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Plan' });
    const assigned = await aTask(account, { name: 'Plan A', parent: project });
    await aTask(account, { name: 'Plan A one', parent: assigned });
    await aTask(account, { name: 'Plan B', parent: project });
    const member = await aMember(account);
    expect(await names(member, 'plan')).toEqual([]);
    await anAssignment(account, assigned, member, 'guest');
    await anAssignment(account, assigned, account.administrator, 'guest');
    expect(await names(member, 'plan')).toEqual(['Plan A', 'Plan A one']);
    expect(await names(account.administrator, 'plan')).toEqual(['Plan A', 'Plan A one']);
  });

  it('to see adds the path for a member and everything for an administrator', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Plan' });
    const assigned = await aTask(account, { name: 'Plan A', parent: project });
    await aTask(account, { name: 'Plan B', parent: project });
    const member = await aMember(account);
    await anAssignment(account, assigned, member);
    expect(await names(member, 'plan', 'see')).toEqual(['Plan', 'Plan A']);
    expect(await names(account.administrator, 'plan', 'see')).toEqual(['Plan', 'Plan A', 'Plan B']);
    const { tasks } = await member.ask(searchTasks, { query: { q: 'plan', for: 'see' } });
    expect(tasks.map((task) => task.trackable)).toEqual([false, true]);
    expect(tasks[1]?.path).toEqual([{ id: project, name: 'Plan' }]);
  });

  it('holds for a member with very many assignments', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Top' });
    const member = await aMember(account);
    for (let index = 0; index < 40; index++) {
      const taskId = await aTask(account, { name: `Piece ${index}`, parent: project });
      if (index < 35) await anAssignment(account, taskId, member);
    }
    const { tasks } = await member.ask(searchTasks, { query: { q: 'piece', limit: 100 } });
    expect(tasks).toHaveLength(35);
    expect(tasks.every((task) => task.trackable)).toBe(true);
    expect(await names(member, 'top piece 39')).toEqual([]);
    expect(await names(member, 'top piece 12')).toEqual(['Piece 12']);
  });

  it('never finds archived tasks', async () => {
    const { account, root } = await aTree({ Old: {} });
    await aTask(account, { name: 'Older', parent: root, archived: true });
    expect(await names(account.administrator, 'old')).toEqual(['Old']);
  });
});

describe('what a search finds', () => {
  it.each([
    ['fix', ['Fix login']],
    ['FIX LOG', ['Fix login']],
    ['login fix', ['Fix login']],
    ['ogi', ['Fix login']],
    ['über', ['Überprüfung der Größe']],
    ['ÜBERPRÜFUNG', ['Überprüfung der Größe']],
    ['größe', ['Überprüfung der Größe']],
    ['100%', ['100% done_now']],
    ['%', ['100% done_now']],
    ['_', ['100% done_now']],
    ['\\', ['back\\slash']],
    ['🚀', ['Launch 🚀 day']],
    ['launch 🚀', ['Launch 🚀 day']],
    ['שלום', ['שלום עולם']],
    ['עול', ['שלום עולם']],
    ['של', ['שלום עולם']],
    ['京', ['東京の設計']],
    ['設計', ['東京の設計']],
    ['qa', ['Team-QA', '(QA) list']],
    ['c++', ['Learn C++']],
    ['in', []],
    ['o', []],
    ['xyz', []],
    ['', []],
    ['   ', []],
    ["'; drop table task; --", []],
  ])('%j', async (q, found) => {
    expect(await names((await wide()).administrator, q)).toEqual(found);
  });

  it('finds every word in the name or in the names above, at least one in the name', async () => {
    const { account } = await aTree({
      'Acme AG': { Website: { Homepage: {}, Imprint: {} }, Homepage: {} },
      Other: { Website: { Homepage: {} } },
    });
    const { administrator } = account;
    const homepages = await paths(administrator, 'acme homepage');
    expect(homepages.sort()).toEqual(['Acme AG/Homepage', 'Acme AG/Website/Homepage']);
    expect(await paths(administrator, 'homepage web ac')).toEqual(['Acme AG/Website/Homepage']);
    expect(await paths(administrator, 'website acme')).toEqual(['Acme AG/Website']);
    expect(await paths(administrator, 'acme nowhere')).toEqual([]);
  });

  it('counts a name above that the member sees only as a path', async () => {
    const account = await anAccount(server);
    const project = await aTask(account, { name: 'Acme' });
    const list = await aTask(account, { name: 'List', parent: project });
    await aTask(account, { name: 'Homepage', parent: list });
    const member = await aMember(account);
    await anAssignment(account, list, member);
    expect(await paths(member, 'acme home')).toEqual(['Acme/List/Homepage']);
  });

  it('refuses a text of more than 200 characters', async () => {
    const { administrator } = await anAccount(server);
    const refused = await refusalOf(
      administrator.ask(searchTasks, { query: { q: 'x'.repeat(201) } }),
    );
    expect(refused).toMatchObject({ code: 'input-invalid', field: 'query.q' });
  });
});

describe('the order of what is found', () => {
  it('is exact, then beginning, then word, then inside, the shorter first', async () => {
    const { account } = await aTree({
      'The smart plan': {},
      'Artwork for Acme': {},
      'Modern art': {},
      Artist: {},
      ART: {},
    });
    expect(await names(account.administrator, 'art')).toEqual([
      'ART',
      'Artist',
      'Artwork for Acme',
      'Modern art',
      'The smart plan',
    ]);
  });

  it('has room for words inside names where those that begin with them do not fill the answer', async () => {
    const account = await anAccount(server);
    for (const name of ['A plan', 'Plan one', 'Plan two']) await aTask(account, { name });
    const { administrator } = account;
    const found = ['Plan one', 'Plan two', 'A plan'];
    expect(await names(administrator, 'plan', 'see', 3)).toEqual(found);
    expect(await names(administrator, 'plan', 'see', 2)).toEqual(found.slice(0, 2));
  });

  it('prefers what the member tracked on lately among equals, not over a better match', async () => {
    const { account, ids } = await aTree({ Artist: {}, 'Artful work': {}, 'Modern art': {} });
    const { administrator } = account;
    for (const name of ['Modern art', 'Artful work']) {
      server.clock.advance({ hours: 1 });
      await tracks(account, administrator, ids.get(name) ?? null);
    }
    expect(await names(administrator, 'art')).toEqual(['Artful work', 'Artist', 'Modern art']);
  });

  it('keeps exact and lately tracked names among more matches than are ranked', async () => {
    const many = Object.fromEntries(Array.from({ length: 260 }, (_, n) => [`Report no ${n}`, {}]));
    const { account, ids } = await aTree({ ...many, 'Old reports': {}, 'My report': {} });
    const { administrator } = account;
    await aTask(account, { name: 'Report', parent: ids.get('Report no 7') ?? newId<'task'>() });
    await tracks(account, administrator, ids.get('Report no 99') ?? null);
    const found = await names(administrator, 'report', 'track', 3);
    expect(found.slice(0, 2)).toEqual(['Report', 'Report no 99']);
    expect(await names(administrator, 'report', 'track', 100)).toHaveLength(100);
  });
});

interface Tree {
  readonly [name: string]: Tree;
}

/** Makes an account whose administrator may track below one root, and the tree below it. */
async function aTree(
  tree: Tree,
): Promise<{ account: TestAccount; root: TaskId; ids: Map<string, TaskId> }> {
  const account = await anAccount(server);
  const root = await aTask(account, { name: '•', imported: await anIntegration(account) });
  await anAssignment(account, root, account.administrator);
  const ids = new Map<string, TaskId>();
  const add = async (parent: TaskId, below: Tree): Promise<void> => {
    for (const [name, inner] of Object.entries(below)) {
      const id = await aTask(account, { name, parent });
      ids.set(name, id);
      await add(id, inner);
    }
  };
  await add(root, tree);
  return { account, root, ids };
}

let wideAccount: Promise<TestAccount> | undefined;

async function wide(): Promise<TestAccount> {
  wideAccount ??= aTree({
    'Fix login': {},
    'Überprüfung der Größe': {},
    '100% done_now': {},
    'back\\slash': {},
    'Launch 🚀 day': {},
    'שלום עולם': {},
    東京の設計: {},
    'Team-QA': {},
    '(QA) list': {},
    'Learn C++': {},
  }).then(({ account }) => account);
  return wideAccount;
}

async function names(
  person: Person,
  q: string,
  purpose: 'track' | 'see' = 'track',
  limit = 30,
): Promise<string[]> {
  const { tasks } = await person.ask(searchTasks, { query: { q, for: purpose, limit } });
  return tasks.map((task) => task.name);
}

async function paths(person: Person, q: string): Promise<string[]> {
  const { tasks } = await person.ask(searchTasks, { query: { q } });
  return tasks.map((task) => {
    const above = task.path.map((step) => step.name).filter((name) => name !== '•');
    return [...above, task.name].join('/');
  });
}

async function tracks(account: TestAccount, member: Person, taskId: TaskId | null): Promise<void> {
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
      created_at: server.clock.now(),
    })
    .execute();
}

describe('a keyword', () => {
  it('finds its task as it is typed, in other case too, and only where it may be seen', async () => {
    const account = await anAccount(server);
    const kim = await aMember(account);
    const taskId = await aTask(account, { name: 'Invoices' });
    const { administrator } = account;
    await administrator.ask(changeTask, {
      params: { taskId },
      body: { keywords: ['Buchhaltung', '100 %'] },
    });
    for (const q of ['buch', 'BUCHHALTUNG', '100 %']) {
      expect(await names(administrator, q, 'see')).toEqual(['Invoices']);
    }
    expect(await names(administrator, 'haltung', 'see')).toEqual([]);
    expect(await names(kim, 'buch', 'see')).toEqual([]);
  });
});
