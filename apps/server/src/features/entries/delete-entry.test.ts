import { deleteEntry, listEntries, undeleteEntry } from '@timegrove/contract/entries.ts';
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

async function aTimer(taskId: TaskId | null = null): Promise<EntryId> {
  const body = { id: newId<'entry'>(), taskId, zone: 'Europe/Berlin' };
  return (await kim.ask(startTimer, { body })).id;
}

async function anEntry(taskId: TaskId | null = null): Promise<EntryId> {
  const entryId = await aTimer(taskId);
  server.clock.advance({ minutes: 30 });
  await kim.ask(stopTimer, { params: { entryId }, body: {} });
  return entryId;
}

const deletes = async (person: Person, entryId: EntryId) =>
  person.ask(deleteEntry, { params: { entryId } });
const undeletes = async (person: Person, entryId: EntryId) =>
  person.ask(undeleteEntry, { params: { entryId } });

async function idsOf(person: Person): Promise<EntryId[]> {
  const query = { from: '2026-03-02', to: '2026-03-02' };
  return (await person.ask(listEntries, { query })).entries.map((entry) => entry.id);
}

describe.each([
  ['delete', deleteEntry, deletes],
  ['bring back', undeleteEntry, undeletes],
] as const)('who may %s an entry', (_, endpoint, does) => {
  let entryId: EntryId;
  beforeEach(async () => {
    entryId = await anEntry();
    if (endpoint === undeleteEntry) await deletes(kim, entryId);
  });

  it('needs a session', async () => {
    expect(await refusalOf(server.ask(endpoint, { params: { entryId } }))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's, nor for a user another member's", async () => {
    const stranger = (await anAccount(server)).administrator;
    const robin = await aMember(account);
    expect(await refusalOf(does(stranger, entryId))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(does(robin, entryId))).toMatchObject({ code: 'not-found' });
  });

  it('refuses a supervisor and lets an administrator', async () => {
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(does(supervisor, entryId))).toMatchObject({ code: 'right-needed' });
    await does(account.administrator, entryId);
    expect(await idsOf(kim)).toEqual(endpoint === undeleteEntry ? [entryId] : []);
  });
});

describe('a deleted entry', () => {
  it('is gone from the timesheet and comes back as it was', async () => {
    const entryId = await anEntry();
    const query = { from: '2026-03-02', to: '2026-03-02' };
    const before = await kim.ask(listEntries, { query });
    await deletes(kim, entryId);
    expect(await idsOf(kim)).toEqual([]);
    server.clock.advance({ hours: 3 });
    await undeletes(kim, entryId);
    expect(await kim.ask(listEntries, { query })).toEqual(before);
  });

  it('can be deleted again without harm', async () => {
    const entryId = await anEntry();
    await deletes(kim, entryId);
    expect(await deletes(kim, entryId)).toEqual({});
  });

  it('comes back once', async () => {
    const entryId = await anEntry();
    expect(await refusalOf(undeletes(kim, entryId))).toMatchObject({
      code: 'entry-not-deleted',
      status: 409,
    });
  });

  it('comes back onto a task that was archived meanwhile', async () => {
    const taskId = await aTask(account, { name: 'Old' });
    await anAssignment(account, taskId, kim);
    const entryId = await anEntry(taskId);
    await deletes(kim, entryId);
    await server.database.db
      .updateTable('task')
      .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
      .where('account_id', '=', account.id)
      .execute();
    expect((await undeletes(kim, entryId)).task).toMatchObject({ name: 'Old', archived: true });
  });

  it('does not come back by sending its start again', async () => {
    const entryId = await anEntry();
    await deletes(kim, entryId);
    const body = { id: entryId, taskId: null, zone: 'Europe/Berlin' };
    expect((await kim.ask(startTimer, { body })).id).toBe(entryId);
    expect(await idsOf(kim)).toEqual([]);
    expect((await kim.ask(readTimer)).running).toBeNull();
  });
});

describe('a discarded timer', () => {
  it('does not run any more and comes back stopped at that moment', async () => {
    const entryId = await aTimer();
    server.clock.advance({ minutes: 20 });
    await deletes(kim, entryId);
    expect((await kim.ask(readTimer)).running).toBeNull();
    server.clock.advance({ minutes: 5 });
    const next = await aTimer();
    const back = await undeletes(kim, entryId);
    expect(back.stoppedAt).toBe('2026-03-02T09:20:00.000Z');
    expect((await kim.ask(readTimer)).running?.id).toBe(next);
  });
});
