import { addEntry, changeEntry, listEntries } from '@timegrove/contract/entries.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../database/schema.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
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
  server.clock.set('2026-03-02T12:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

interface Change {
  readonly taskId?: TaskId | null;
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  readonly note?: string;
  readonly billable?: boolean;
}

async function changes(person: Person, entryId: EntryId, body: Change): Promise<Entry> {
  return person.ask(changeEntry, { params: { entryId }, body });
}

async function anEntry(taskId: TaskId | null = null): Promise<Entry> {
  const body = {
    id: newId<'entry'>(),
    taskId,
    startedAt: '2026-03-02T08:00:00.000Z',
    stoppedAt: '2026-03-02T09:00:00.000Z',
    zone: 'Europe/Berlin',
    note: 'As it was',
  };
  return kim.ask(addEntry, { body });
}

async function aTimer(taskId: TaskId | null = null): Promise<Entry> {
  const body = {
    id: newId<'entry'>(),
    taskId,
    zone: 'Europe/Berlin',
    startedAt: '2026-03-02T11:00:00Z',
  };
  return kim.ask(startTimer, { body });
}

async function anAssignedTask(traits: { name?: string; billable?: boolean } = {}): Promise<TaskId> {
  const task = await aTask(account, traits);
  await anAssignment(account, task, kim);
  return task;
}

async function archives(task: TaskId): Promise<void> {
  await server.database.db
    .updateTable('task')
    .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
    .where('account_id', '=', account.id)
    .where('id', '=', task)
    .execute();
}

describe('who may change an entry', () => {
  it('needs a session', async () => {
    const params = { entryId: (await anEntry()).id };
    expect(await refusalOf(server.ask(changeEntry, { params, body: {} }))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's, nor for a user another member's", async () => {
    const { id } = await anEntry();
    const stranger = (await anAccount(server)).administrator;
    const robin = await aMember(account);
    const change = { note: 'Mine' };
    expect(await refusalOf(changes(stranger, id, change))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(changes(robin, id, change))).toMatchObject({ code: 'not-found' });
  });

  it('refuses a supervisor, who sees it, and lets an administrator', async () => {
    const { id } = await anEntry();
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(changes(supervisor, id, { note: 'Mine' }))).toMatchObject({
      code: 'right-needed',
      status: 403,
    });
    const changed = await changes(account.administrator, id, { note: 'Checked' });
    expect(changed).toMatchObject({ note: 'Checked', memberId: kim.memberId });
  });
});

describe('a change', () => {
  it('leaves what is left out', async () => {
    const entry = await anEntry();
    expect(await changes(kim, entry.id, {})).toEqual(entry);
    expect(await changes(kim, entry.id, { note: '' })).toEqual({ ...entry, note: '' });
    expect(await changes(kim, entry.id, { billable: false })).toMatchObject({
      billable: false,
      note: '',
    });
  });

  it('of the start moves the entry to that day in its zone', async () => {
    const { id } = await anEntry();
    const startedAt = '2026-03-01T22:30:00Z';
    expect(await changes(kim, id, { startedAt })).toMatchObject({ day: '2026-03-01' });
    expect(await changes(kim, id, { startedAt: '2026-03-01T23:30:00Z' })).toMatchObject({
      day: '2026-03-02',
      startedAt: '2026-03-01T23:30:00.000Z',
      stoppedAt: '2026-03-02T09:00:00.000Z',
    });
  });

  it.each<[string, Change, string]>([
    ['to an end at the start', { stoppedAt: '2026-03-02T08:00:00Z' }, 'entry-ends-before-start'],
    ['to a start after the end', { startedAt: '2026-03-02T09:00:01Z' }, 'entry-ends-before-start'],
    ['to the future', { stoppedAt: '2026-03-02T12:01:01Z' }, 'entry-in-future'],
    ['to more than a week', { startedAt: '2026-02-23T08:59:59Z' }, 'entry-too-long'],
    ['to a day that does not exist', { startedAt: '2026-02-29T08:00:00Z' }, 'input-invalid'],
  ])('%s is refused and changes nothing', async (_, change, code) => {
    const entry = await anEntry();
    expect(await refusalOf(changes(kim, entry.id, change))).toMatchObject({ code });
    expect(await changes(kim, entry.id, {})).toEqual(entry);
  });

  it('of a forgotten timer may shorten it in steps', async () => {
    server.clock.set('2026-02-10T12:00:00.000Z');
    const { id } = await kim.ask(startTimer, {
      body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' },
    });
    server.clock.set('2026-03-02T12:00:00.000Z');
    await kim.ask(stopTimer, { params: { entryId: id }, body: {} });
    await changes(kim, id, { startedAt: '2026-02-12T12:00:00Z' });
    const { stoppedAt } = await changes(kim, id, { stoppedAt: '2026-02-12T13:00:00Z' });
    expect(stoppedAt).toBe('2026-02-12T13:00:00.000Z');
  });

  it('of the note of a timer of no length is fine, also when its times are sent along', async () => {
    const { id, startedAt } = await aTimer();
    await kim.ask(stopTimer, { params: { entryId: id }, body: { stoppedAt: startedAt } });
    const changed = await changes(kim, id, { note: 'Oops', startedAt, stoppedAt: startedAt });
    expect(changed).toMatchObject({ note: 'Oops', stoppedAt: startedAt });
  });

  it('of only the note does not confirm the end: an earlier stop still moves it', async () => {
    const { id } = await aTimer();
    await kim.ask(stopTimer, { params: { entryId: id }, body: {} });
    await changes(kim, id, { note: 'Nice' });
    const body = { stoppedAt: '2026-03-02T11:30:00Z' };
    const stopped = await kim.ask(stopTimer, { params: { entryId: id }, body });
    expect(stopped.stoppedAt).toBe('2026-03-02T11:30:00.000Z');
  });
});

describe('a change of the running timer', () => {
  it('can be of its start, task and note', async () => {
    const { id } = await aTimer();
    const taskId = await anAssignedTask({ name: 'Design' });
    const change = { startedAt: '2026-03-01T22:00:00Z', taskId, note: 'Late night' };
    expect(await changes(kim, id, change)).toMatchObject({
      startedAt: '2026-03-01T22:00:00.000Z',
      stoppedAt: null,
      day: '2026-03-01',
      task: { name: 'Design' },
      note: 'Late night',
    });
  });

  it('cannot be of its end', async () => {
    const { id } = await aTimer();
    const stoppedAt = '2026-03-02T11:30:00Z';
    expect(await refusalOf(changes(kim, id, { stoppedAt }))).toMatchObject({
      code: 'entry-running',
      status: 409,
    });
  });

  it('cannot start it in the future, nor more than 31 days back', async () => {
    const { id } = await aTimer();
    const ahead = { startedAt: '2026-03-02T12:01:01Z' };
    const long = { startedAt: '2026-01-30T11:59:59Z' };
    expect(await refusalOf(changes(kim, id, ahead))).toMatchObject({ code: 'entry-in-future' });
    expect(await refusalOf(changes(kim, id, long))).toMatchObject({ code: 'entry-too-long' });
    const now = await changes(kim, id, { startedAt: '2026-03-02T12:00:59Z' });
    expect(now.startedAt).toBe('2026-03-02T12:00:00.000Z');
  });
});

describe('a change of the task', () => {
  it('is refused where no new time can be put', async () => {
    const { id } = await anEntry();
    const root = await aTask(account, { name: 'Agency' });
    const archived = await aTask(account, { name: 'Old', parent: root, archived: true });
    await anAssignment(account, archived, kim);
    const foreign = await aTask(await anAccount(server));
    const codeFor = async (taskId: TaskId) => (await refusalOf(changes(kim, id, { taskId }))).code;
    expect(await codeFor(foreign)).toBe('not-found');
    expect(await codeFor(archived)).toBe('task-archived');
    expect(await codeFor(root)).toBe('task-not-assigned');
  });

  it('is not asked about when the task stays, archived and no longer assigned', async () => {
    const taskId = await anAssignedTask({ name: 'Old' });
    const { id } = await anEntry(taskId);
    await archives(taskId);
    await server.database.db
      .deleteFrom('assignment')
      .where('account_id', '=', account.id)
      .execute();
    const change = { taskId, note: 'Corrected', stoppedAt: '2026-03-02T08:45:00Z' };
    expect(await changes(kim, id, change)).toMatchObject({
      note: 'Corrected',
      stoppedAt: '2026-03-02T08:45:00.000Z',
      task: { name: 'Old', archived: true },
    });
  });

  it('to none is always possible', async () => {
    const taskId = await anAssignedTask();
    const { id } = await anEntry(taskId);
    await archives(taskId);
    expect((await changes(kim, id, { taskId: null })).task).toBeNull();
  });

  it("by an administrator follows the member's assignments", async () => {
    const { id } = await anEntry();
    const hers = await aTask(account, { name: 'Only hers' });
    await anAssignment(account, hers, account.administrator);
    const his = await anAssignedTask({ name: 'His' });
    const boss = account.administrator;
    expect(await refusalOf(changes(boss, id, { taskId: hers }))).toMatchObject({
      code: 'task-not-assigned',
    });
    expect((await changes(boss, id, { taskId: his })).task).toMatchObject({ name: 'His' });
  });

  it('takes its billable over, unless somebody had set the entry apart', async () => {
    const internal = await anAssignedTask({ billable: false });
    const client = await anAssignedTask({ billable: true });
    const { id } = await anEntry();
    expect((await changes(kim, id, { taskId: internal })).billable).toBe(false);
    expect((await changes(kim, id, { taskId: client })).billable).toBe(true);
    await changes(kim, id, { billable: false });
    const other = await anAssignedTask({ billable: true });
    expect((await changes(kim, id, { taskId: other })).billable).toBe(false);
    expect((await changes(kim, id, { taskId: internal, billable: true })).billable).toBe(true);
  });
});

it('changes of one entry that wait for one another all arrive', async () => {
  const { id } = await anEntry();
  const { db } = server.database;
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (held) => {
    await held
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', account.id)
      .where('id', '=', kim.memberId)
      .forUpdate()
      .execute();
    waiting = Promise.all([
      changes(kim, id, { note: 'Note' }),
      changes(kim, id, { billable: false }),
      changes(kim, id, { stoppedAt: '2026-03-02T08:30:00Z' }),
    ]);
    await expect.poll(async () => lockWaits(db)).toBe(3);
  });
  await waiting;
  const query = { from: '2026-03-02', to: '2026-03-02' };
  expect((await kim.ask(listEntries, { query })).entries).toMatchObject([
    { note: 'Note', billable: false, stoppedAt: '2026-03-02T08:30:00.000Z' },
  ]);
});

/** How many connections to this database wait for a lock. */
async function lockWaits(db: Database): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `.execute(db);
  return rows[0]?.count;
}
