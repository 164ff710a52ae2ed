import { listEntries } from '@timegrove/contract/entries.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
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
  server.clock.set('2026-03-02T09:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

interface Start {
  readonly id?: EntryId;
  readonly taskId?: TaskId | null;
  readonly startedAt?: string;
  readonly note?: string;
  readonly zone?: string;
}

const bodyOf = (start: Start) => ({
  id: newId<'entry'>(),
  taskId: null,
  zone: 'Europe/Berlin',
  ...start,
});

async function starts(person: Person, start: Start = {}): Promise<Entry> {
  return person.ask(startTimer, { body: bodyOf(start) });
}

async function anAssignedTask(name = 'Design'): Promise<TaskId> {
  const task = await aTask(account, { name });
  await anAssignment(account, task, kim, 'guest');
  return task;
}

const clock = (instant: string) => instant.slice(11, 16);

/** The member's entries of the week, as `[start, end]` clock times in UTC. */
async function timesOf(person: Person): Promise<[string, string | null][]> {
  const { entries } = await person.ask(listEntries, {
    query: { from: '2026-02-23', to: '2026-03-08' },
  });
  return entries.map((one) => [clock(one.startedAt), one.stoppedAt && clock(one.stoppedAt)]);
}

describe('who may start a timer', () => {
  it('needs a session', async () => {
    expect(await refusalOf(server.ask(startTimer, { body: bodyOf({}) }))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's task", async () => {
    const other = await anAccount(server);
    const task = await aTask(other);
    expect(await refusalOf(starts(kim, { taskId: task }))).toMatchObject({ code: 'not-found' });
    const boss = account.administrator;
    expect(await refusalOf(starts(boss, { taskId: task }))).toMatchObject({ code: 'not-found' });
  });

  it('does not find a task in a branch that is not theirs', async () => {
    const taskId = await aTask(account, { name: 'Secret' });
    const refusal = await refusalOf(starts(kim, { taskId }));
    expect(refusal).toMatchObject({ code: 'not-found', status: 404 });
    expect(refusal.message).not.toContain('Secret');
  });

  it.each(['administrator', 'supervisor'] as const)(
    'refuses an unassigned %s a task: tracking follows assignment alone',
    async (role) => {
      const root = await aTask(account, { name: 'Agency' });
      const taskId = await aTask(account, { name: 'Design', parent: root });
      const person = await aMember(account, { role });
      const { code } = await refusalOf(starts(person, { taskId }));
      expect(code).toBe(role === 'administrator' ? 'task-not-assigned' : 'not-found');
    },
  );

  it('refuses a task that is only the way to an assigned one', async () => {
    const root = await aTask(account, { name: 'Agency' });
    const below = await aTask(account, { parent: root });
    await anAssignment(account, below, kim);
    expect(await refusalOf(starts(kim, { taskId: root }))).toMatchObject({
      code: 'task-not-assigned',
      status: 403,
      message:
        'You are not assigned to “Agency”. Ask a project manager or an administrator to assign you.',
    });
  });

  it('lets a guest track below an assigned task', async () => {
    const root = await anAssignedTask();
    const child = await aTask(account, { name: 'Logo', parent: root });
    expect((await starts(kim, { taskId: child })).task).toMatchObject({
      id: child,
      name: 'Logo',
      path: ['Design'],
    });
  });

  it('refuses an archived task and names it', async () => {
    const taskId = await aTask(account, { name: 'Old site', archived: true });
    await anAssignment(account, taskId, kim);
    expect(await refusalOf(starts(kim, { taskId }))).toMatchObject({
      code: 'task-archived',
      message: '“Old site” is archived, so no new time can be put on it.',
    });
  });
});

describe('a started timer', () => {
  it('runs from now by the server, on the day of its zone', async () => {
    server.clock.set('2026-03-02T23:30:00.000Z');
    const id = newId<'entry'>();
    const entry = await starts(kim, { id, note: 'Sketches' });
    expect(entry).toEqual({
      id,
      memberId: kim.memberId,
      task: null,
      startedAt: '2026-03-02T23:30:00.000Z',
      stoppedAt: null,
      zone: 'Europe/Berlin',
      day: '2026-03-03',
      note: 'Sketches',
      billable: true,
      tagIds: [],
      changedBy: null,
    });
    expect((await kim.ask(readTimer)).running).toEqual(entry);
  });

  it('is billable as its task is, and shows where the task comes from', async () => {
    const integration = await anIntegration(account);
    const taskId = await aTask(account, { imported: integration, billable: false });
    await anAssignment(account, taskId, kim);
    const entry = await starts(kim, { taskId });
    expect(entry.billable).toBe(false);
    expect(entry.task).toMatchObject({ provider: 'meistertask', archived: false });
  });

  it('stops the running one at the same instant', async () => {
    const first = await starts(kim);
    server.clock.advance({ minutes: 30 });
    const second = await starts(kim);
    expect(await timesOf(kim)).toEqual([
      ['09:00', '09:30'],
      ['09:30', null],
    ]);
    expect((await kim.ask(readTimer)).running?.id).toBe(second.id);
    expect(first.id).not.toBe(second.id);
  });

  it("leaves other members' timers alone", async () => {
    const robin = await aMember(account);
    await starts(robin);
    server.clock.advance({ minutes: 1 });
    await starts(kim);
    expect(await timesOf(robin)).toEqual([['09:00', null]]);
  });

  it('is the same when the start is sent again, also after it was stopped', async () => {
    const start = bodyOf({ note: 'Once' });
    const entry = await kim.ask(startTimer, { body: start });
    server.clock.advance({ minutes: 10 });
    expect(await kim.ask(startTimer, { body: start })).toEqual(entry);
    const stopped = await kim.ask(stopTimer, { params: { entryId: entry.id }, body: {} });
    server.clock.advance({ minutes: 10 });
    expect(await kim.ask(startTimer, { body: start })).toEqual(stopped);
    expect(await timesOf(kim)).toEqual([['09:00', '09:10']]);
  });

  it('is answered again even when its task was archived meanwhile', async () => {
    const start = bodyOf({ taskId: await anAssignedTask() });
    const entry = await kim.ask(startTimer, { body: start });
    const { db } = server.database;
    await db
      .updateTable('task')
      .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
      .where('account_id', '=', account.id)
      .execute();
    const again = await kim.ask(startTimer, { body: start });
    expect(again).toEqual({ ...entry, task: { ...entry.task, archived: true } });
  });

  it("cannot take another member's id, but another account's does not matter", async () => {
    const robin = await aMember(account);
    const { id } = await starts(robin);
    expect(await refusalOf(starts(kim, { id }))).toMatchObject({ code: 'id-taken', status: 409 });
    const stranger = (await anAccount(server)).administrator;
    expect((await starts(stranger, { id })).memberId).toBe(stranger.memberId);
  });

  it('leaves everything as it was when the new one is refused', async () => {
    await starts(kim);
    server.clock.advance({ minutes: 5 });
    const taskId = await aTask(account, { archived: true });
    await anAssignment(account, taskId, kim);
    await refusalOf(starts(kim, { taskId }));
    expect(await timesOf(kim)).toEqual([['09:00', null]]);
  });
});

describe('a start in the past', () => {
  it('stops the timer that had started before, at that instant', async () => {
    await starts(kim);
    server.clock.advance({ hours: 1 });
    await starts(kim, { startedAt: '2026-03-02T09:20:00Z' });
    expect(await timesOf(kim)).toEqual([
      ['09:00', '09:20'],
      ['09:20', null],
    ]);
  });

  it('that comes late ends where the running timer started', async () => {
    const running = await starts(kim);
    const late = await starts(kim, { startedAt: '2026-03-02T08:15:00Z' });
    expect(late.stoppedAt).toBe(running.startedAt);
    expect((await kim.ask(readTimer)).running?.id).toBe(running.id);
  });

  it('between two finished ones fills the gap, and its own stop can then shorten it', async () => {
    await starts(kim, { startedAt: '2026-03-02T06:00:00Z' });
    const first = (await kim.ask(readTimer)).running?.id ?? newId<'entry'>();
    await kim.ask(stopTimer, {
      params: { entryId: first },
      body: { stoppedAt: '2026-03-02T06:30:00Z' },
    });
    await starts(kim, { startedAt: '2026-03-02T08:00:00Z' });
    const late = await starts(kim, { startedAt: '2026-03-02T07:00:00Z' });
    await kim.ask(stopTimer, {
      params: { entryId: late.id },
      body: { stoppedAt: '2026-03-02T07:10:00Z' },
    });
    expect(await timesOf(kim)).toEqual([
      ['06:00', '06:30'],
      ['07:00', '07:10'],
      ['08:00', null],
    ]);
  });

  it('cuts a finished timer that it lies in', async () => {
    const first = await starts(kim, { startedAt: '2026-03-02T06:00:00Z' });
    await kim.ask(stopTimer, { params: { entryId: first.id }, body: {} });
    await starts(kim, { startedAt: '2026-03-02T07:00:00Z' });
    expect(await timesOf(kim)).toEqual([
      ['06:00', '07:00'],
      ['07:00', null],
    ]);
  });

  it('may lie up to 31 days back', async () => {
    await starts(kim, { startedAt: '2026-01-30T09:00:00Z' });
    expect(await refusalOf(starts(kim, { startedAt: '2026-01-30T08:59:59Z' }))).toMatchObject({
      code: 'entry-too-long',
      message: 'One entry can last at most 744 hours.',
    });
  });
});

describe('a start ahead of the server', () => {
  it('counts as now while it is at most a minute ahead', async () => {
    await starts(kim);
    const entry = await starts(kim, { startedAt: '2026-03-02T09:01:00Z' });
    expect(entry).toMatchObject({ startedAt: '2026-03-02T09:00:00.000Z', stoppedAt: null });
  });

  it('is refused when it is more', async () => {
    expect(await refusalOf(starts(kim, { startedAt: '2026-03-02T09:01:00.001Z' }))).toMatchObject({
      code: 'entry-in-future',
      status: 422,
    });
  });
});

describe('input that makes no sense', () => {
  it.each<[string, object, string, string]>([
    [
      'a day that does not exist',
      { startedAt: '2026-02-30T09:00:00Z' },
      'body.startedAt',
      'body.startedAt: must be an existing moment in UTC, like 2026-03-29T01:30:00Z',
    ],
    [
      'a local time',
      { startedAt: '2026-02-20T09:00:00' },
      'body.startedAt',
      'body.startedAt: must be an existing moment in UTC, like 2026-03-29T01:30:00Z',
    ],
    [
      'a zone that does not exist',
      { zone: 'Europe/Bonn' },
      'body.zone',
      'body.zone: must be an IANA time zone, like Europe/Berlin',
    ],
    [
      'a note that is too long',
      { note: 'x'.repeat(5001) },
      'body.note',
      'body.note: has at most 5000 characters',
    ],
    ['an id that is none', { id: '42' }, 'body.id', 'body.id: must be a UUID in lower case'],
    ['an unknown field', { color: 'red' }, 'body', 'body: Unrecognized key: "color"'],
  ])('%s', async (_, wrong, field, message) => {
    const payload = { ...bodyOf({}), ...wrong };
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/timers',
      headers: { cookie: kim.cookie },
      payload,
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).toMatchObject({ code: 'input-invalid', field, message });
  });
});
