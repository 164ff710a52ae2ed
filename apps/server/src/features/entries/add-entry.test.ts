import { addEntry, listEntries } from '@timegrove/contract/entries.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  server.clock.set('2026-11-02T12:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

interface Given {
  readonly id?: EntryId;
  readonly taskId?: TaskId | null;
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  readonly zone?: string;
  readonly note?: string;
  readonly billable?: boolean;
}

const bodyOf = (given: Given) => ({
  id: newId<'entry'>(),
  taskId: null,
  startedAt: '2026-11-02T08:00:00Z',
  stoppedAt: '2026-11-02T09:30:00Z',
  zone: 'Europe/Berlin',
  ...given,
});

async function adds(person: Person, given: Given = {}): Promise<Entry> {
  return person.ask(addEntry, { body: bodyOf(given) });
}

async function entriesOf(person: Person): Promise<Entry[]> {
  const query = { from: '2026-10-01', to: '2026-11-30' };
  return (await person.ask(listEntries, { query })).entries;
}

describe('who may add time', () => {
  it('needs a session', async () => {
    expect(await refusalOf(server.ask(addEntry, { body: bodyOf({}) }))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's task", async () => {
    const taskId = await aTask(await anAccount(server));
    expect(await refusalOf(adds(kim, { taskId }))).toMatchObject({ code: 'not-found' });
  });

  it('refuses a member who is not assigned, and an archived task', async () => {
    const root = await aTask(account, { name: 'Agency' });
    const old = await aTask(account, { name: 'Old', parent: root, archived: true });
    await anAssignment(account, old, kim);
    expect(await refusalOf(adds(kim, { taskId: root }))).toMatchObject({
      code: 'task-not-assigned',
    });
    expect(await refusalOf(adds(kim, { taskId: old }))).toMatchObject({ code: 'task-archived' });
  });
});

describe('time by hand', () => {
  it('is stored as it was given', async () => {
    const taskId = await aTask(account, { name: 'Design', billable: false });
    await anAssignment(account, taskId, kim);
    const given = bodyOf({ taskId, note: 'Sketches ✎' });
    const added = await kim.ask(addEntry, { body: given });
    expect(added).toEqual({
      id: given.id,
      memberId: kim.memberId,
      task: { id: taskId, name: 'Design', path: [], color: null, archived: false, provider: null },
      startedAt: '2026-11-02T08:00:00.000Z',
      stoppedAt: '2026-11-02T09:30:00.000Z',
      zone: 'Europe/Berlin',
      day: '2026-11-02',
      note: 'Sketches ✎',
      billable: false,
      tagIds: [],
      changedBy: null,
    });
    expect(await entriesOf(kim)).toEqual([added]);
  });

  it('is billable or not as somebody says, whatever the task', async () => {
    const taskId = await aTask(account, { billable: false });
    await anAssignment(account, taskId, kim);
    expect((await adds(kim, { taskId, billable: true })).billable).toBe(true);
    expect((await adds(kim, { billable: false })).billable).toBe(false);
  });

  it('is added once, however often it is sent', async () => {
    const given = bodyOf({});
    const added = await kim.ask(addEntry, { body: given });
    expect(await kim.ask(addEntry, { body: { ...given, note: 'again' } })).toEqual(added);
    expect(await entriesOf(kim)).toEqual([added]);
  });

  it("cannot take another member's id", async () => {
    const { id } = await adds(account.administrator);
    expect(await refusalOf(adds(kim, { id }))).toMatchObject({ code: 'id-taken' });
  });

  it('may overlap other time and leaves the running timer alone', async () => {
    const id = newId<'entry'>();
    await kim.ask(startTimer, {
      body: { id, taskId: null, zone: 'UTC', startedAt: '2026-11-02T08:30:00Z' },
    });
    await adds(kim);
    await adds(kim);
    expect(await entriesOf(kim)).toHaveLength(3);
    expect((await kim.ask(readTimer)).running?.id).toBe(id);
  });

  it.each([
    [
      'over midnight',
      '2026-11-01T22:30:00Z',
      '2026-11-02T01:00:00Z',
      'Europe/Berlin',
      '2026-11-01',
    ],
    [
      'over an hour that comes twice',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      'Europe/Berlin',
      '2026-10-25',
    ],
    [
      'in another zone',
      '2026-11-01T03:30:00Z',
      '2026-11-01T07:30:00Z',
      'America/New_York',
      '2026-10-31',
    ],
    [
      'over half an hour that comes twice',
      '2026-04-04T14:00:00Z',
      '2026-04-04T16:00:00Z',
      'Australia/Lord_Howe',
      '2026-04-05',
    ],
  ])('%s belongs to the day of its start', async (_, startedAt, stoppedAt, zone, day) => {
    const entry = await adds(kim, { startedAt, stoppedAt, zone });
    expect(entry.day).toBe(day);
    expect(Date.parse(entry.startedAt)).toBe(Date.parse(startedAt));
    expect(Date.parse(entry.stoppedAt ?? '')).toBe(Date.parse(stoppedAt));
  });

  it.each([
    [
      'that ends as it starts',
      '2026-11-02T08:00:00Z',
      '2026-11-02T08:00:00Z',
      'entry-ends-before-start',
    ],
    [
      'that ends before it starts',
      '2026-11-02T08:00:00Z',
      '2026-11-02T07:00:00Z',
      'entry-ends-before-start',
    ],
    ['that ends in the future', '2026-11-02T08:00:00Z', '2026-11-02T12:01:01Z', 'entry-in-future'],
    ['longer than a week', '2026-10-20T08:00:00Z', '2026-10-27T08:00:01Z', 'entry-too-long'],
    ['with a mistyped year', '0026-11-02T08:00:00Z', '0026-11-02T09:00:00Z', 'input-invalid'],
  ])('%s is refused', async (_, startedAt, stoppedAt, code) => {
    expect(await refusalOf(adds(kim, { startedAt, stoppedAt }))).toMatchObject({
      code,
      status: 422,
    });
    expect(await entriesOf(kim)).toEqual([]);
  });

  it('on a day that does not exist is refused in a sentence', async () => {
    expect(await refusalOf(adds(kim, { startedAt: '2026-02-30T08:00:00Z' }))).toMatchObject({
      code: 'input-invalid',
      field: 'body.startedAt',
      message: 'body.startedAt: must be an existing moment in UTC, like 2026-03-29T01:30:00Z',
    });
  });
});
