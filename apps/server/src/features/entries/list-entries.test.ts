import { addEntry, listEntries } from '@timegrove/contract/entries.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { statementsDuring } from '../../testing/statements.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  anIntegration,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let kim: Person;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  server.clock.set('2026-03-09T09:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

const range = { from: '2026-03-02', to: '2026-03-08' };

async function lists(person: Person, memberId?: MemberId, days = range): Promise<Entry[]> {
  const query = { ...days, ...(memberId !== undefined && { memberId }) };
  return (await person.ask(listEntries, { query })).entries;
}

async function adds(startedAt: string, taskId: TaskId | null = null, person = kim): Promise<Entry> {
  const stoppedAt = new Date(Date.parse(startedAt) + 3_600_000).toISOString();
  const body = { id: newId<'entry'>(), taskId, startedAt, stoppedAt, zone: 'Europe/Berlin' };
  return person.ask(addEntry, { body });
}

describe('who may list entries', () => {
  it('needs a session', async () => {
    expect(await refusalOf(server.ask(listEntries, { query: range }))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's member", async () => {
    const stranger = (await anAccount(server)).administrator;
    await adds('2026-03-02T09:00:00Z');
    expect(await refusalOf(lists(stranger, kim.memberId))).toMatchObject({ code: 'not-found' });
    expect(await lists(stranger)).toEqual([]);
  });

  it("refuses a user another member's time and shows it to the others", async () => {
    const entry = await adds('2026-03-02T09:00:00Z');
    const robin = await aMember(account);
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(lists(robin, kim.memberId))).toMatchObject({ code: 'right-needed' });
    expect(await lists(supervisor, kim.memberId)).toEqual([entry]);
    expect(await lists(account.administrator, kim.memberId)).toEqual([entry]);
    expect(await lists(kim, kim.memberId)).toEqual([entry]);
    expect(await lists(supervisor)).toEqual([]);
  });
});

describe('a range of days', () => {
  it('holds what started on its days in the zone of each entry, by start', async () => {
    await adds('2026-03-08T23:30:00Z');
    const last = await adds('2026-03-08T22:30:00Z');
    const first = await adds('2026-03-01T23:30:00Z');
    await adds('2026-03-01T22:30:00Z');
    expect((await lists(kim)).map((entry) => entry.id)).toEqual([first.id, last.id]);
  });

  it('can be 100 days', async () => {
    const entry = await adds('2026-03-02T09:00:00Z');
    const days = { from: '2025-11-28', to: '2026-03-07' };
    expect(await lists(kim, undefined, days)).toEqual([entry]);
  });

  it('holds at most as many as were asked for, the earliest', async () => {
    await adds('2026-03-03T09:00:00Z');
    const first = await adds('2026-03-02T09:00:00Z');
    expect(await kim.ask(listEntries, { query: { ...range, limit: 1 } })).toEqual({
      entries: [first],
    });
  });

  it('shows the running timer on the day of its start', async () => {
    const body = {
      id: newId<'entry'>(),
      taskId: null,
      zone: 'Europe/Berlin',
      startedAt: '2026-03-08T20:00:00Z',
    };
    await kim.ask(startTimer, { body });
    expect(await lists(kim)).toMatchObject([{ id: body.id, stoppedAt: null, day: '2026-03-08' }]);
  });

  it.each([
    ['2026-02-30', '2026-03-08', 'query.from: must be an existing day, like 2026-03-29'],
    ['2026-03-08', '2026-03-07', 'query.to: must not be before `from`'],
    ['2025-11-27', '2026-03-07', 'query.to: must be at most 99 days after `from`'],
  ])('from %s to %s is refused', async (from, to, message) => {
    expect(await refusalOf(lists(kim, undefined, { from, to }))).toMatchObject({
      code: 'input-invalid',
      message,
    });
  });
});

describe('the task of an entry', () => {
  it('is shown with its path and where it comes from', async () => {
    const integration = await anIntegration(account, 'unlinked', 'toggl');
    const root = await aTask(account, { name: 'Agency', imported: integration });
    const middle = await aTask(account, { name: 'Website', parent: root, imported: integration });
    const taskId = await aTask(account, { name: 'Logo', parent: middle, imported: integration });
    await anAssignment(account, root, kim);
    await adds('2026-03-02T09:00:00Z', taskId);
    expect((await lists(kim))[0]?.task).toEqual({
      id: taskId,
      name: 'Logo',
      path: ['Agency', 'Website'],
      color: null,
      archived: false,
      provider: 'toggl',
    });
  });

  it("is never another account's, even where that has the same id", async () => {
    const taskId = await aTask(account, { name: 'Ours' });
    await anAssignment(account, taskId, kim);
    await adds('2026-03-02T09:00:00Z', taskId);
    const { id } = await anAccount(server);
    await server.database.db
      .insertInto('task')
      .values({ account_id: id, id: taskId, parent_id: null, lineage: [taskId], name: 'Theirs' })
      .execute();
    expect((await lists(kim)).map((entry) => entry.task?.name)).toEqual(['Ours']);
  });

  it('is still shown when it was archived and the assignment taken away', async () => {
    const taskId = await aTask(account, { name: 'Old' });
    await anAssignment(account, taskId, kim);
    await adds('2026-03-02T09:00:00Z', taskId);
    const { db } = server.database;
    await db.deleteFrom('assignment').where('account_id', '=', account.id).execute();
    await db
      .updateTable('task')
      .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
      .where('account_id', '=', account.id)
      .execute();
    expect((await lists(kim))[0]?.task).toMatchObject({ name: 'Old', archived: true });
  });
});

async function anEntryOnATask(n: number): Promise<Entry> {
  const root = await aTask(account, { name: `Project ${n}` });
  const taskId = await aTask(account, { name: `Task ${n}`, parent: root });
  await anAssignment(account, root, kim);
  return adds(new Date(Date.parse('2026-03-02T06:00:00Z') + n * 60_000).toISOString(), taskId);
}

const begins = async () =>
  kim.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' } });

describe('the number of SQL statements', () => {
  it('is the same for one entry and for many on many tasks', async () => {
    const one = await anEntryOnATask(0);
    const few = await statementsDuring(server.database, async () => lists(kim));
    for (let n = 1; n < 30; n += 1) await anEntryOnATask(n);
    expect(await lists(kim)).toHaveLength(30);
    const many = await statementsDuring(server.database, async () => lists(kim));
    expect(many).toBe(few);
    expect(few).toBeGreaterThan(1);
    expect((await lists(kim))[0]).toEqual(one);
  });

  it('of a start does not grow with what is already there', async () => {
    await begins();
    const few = await statementsDuring(server.database, begins);
    for (let n = 0; n < 10; n += 1) await anEntryOnATask(n);
    expect(await statementsDuring(server.database, begins)).toBe(few);
  });
});
