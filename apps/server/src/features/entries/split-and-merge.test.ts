import {
  addEntry,
  changeEntries,
  listEntries,
  mergeEntries,
  splitEntry,
  undeleteEntries,
  type Entry,
} from '@timegrove/contract/entries.ts';
import type { Given } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { statementsDuring } from '../../testing/statements.ts';
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
  server.clock.set('2026-03-03T20:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

const at = (time: string) => `2026-03-02T${time}:00.000Z`;

async function adds(
  from: string,
  to: string,
  more: { taskId?: TaskId; note?: string; billable?: boolean } = {},
  person = kim,
): Promise<Entry> {
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC', ...more };
  return person.ask(addEntry, { body: { ...body, startedAt: at(from), stoppedAt: at(to) } });
}

async function splits(person: Person, entryId: EntryId, time: string, id = newId<'entry'>()) {
  const body = { id, at: at(time) };
  return (await person.ask(splitEntry, { params: { entryId }, body })).entries;
}

async function merges(
  person: Person,
  entries: readonly Entry[],
  more: Omit<Given<typeof mergeEntries>['body'], 'ids'> = {},
) {
  return person.ask(mergeEntries, { body: { ids: entries.map(({ id }) => id), ...more } });
}

async function lists(person = kim): Promise<Entry[]> {
  const query = { from: '2026-03-01', to: '2026-03-03' };
  return (await person.ask(listEntries, { query })).entries;
}

async function anAssignedTask(traits: { name?: string; billable?: boolean } = {}): Promise<TaskId> {
  const task = await aTask(account, traits);
  await anAssignment(account, task, kim);
  return task;
}

async function aTimer(): Promise<Entry> {
  return kim.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' } });
}

describe('who may split and merge', () => {
  it('needs a session', async () => {
    const [entry, other] = [await adds('08:00', '09:00'), await adds('09:00', '10:00')];
    const [params, body] = [{ entryId: entry.id }, { id: newId<'entry'>(), at: at('08:30') }];
    expect((await refusalOf(server.ask(splitEntry, { params, body }))).code).toBe('session-needed');
    const ids = [entry.id, other.id];
    expect((await refusalOf(server.ask(mergeEntries, { body: { ids } }))).code).toBe(
      'session-needed',
    );
  });

  it("is nobody's but the member's and an administrator's", async () => {
    const both = [await adds('08:00', '09:00'), await adds('09:00', '10:00')];
    const [entry] = both;
    if (entry === undefined) throw new Error('two were added');
    const stranger = (await anAccount(server)).administrator;
    const supervisor = await aMember(account, { role: 'supervisor' });
    for (const [person, code] of [
      [stranger, 'not-found'],
      [await aMember(account), 'not-found'],
      [supervisor, 'right-needed'],
    ] as const) {
      expect((await refusalOf(splits(person, entry.id, '08:30'))).code).toBe(code);
      expect((await refusalOf(merges(person, both))).code).toBe(code);
    }
    expect((await merges(account.administrator, both)).entry.changedBy).toMatchObject({
      memberId: account.administrator.memberId,
    });
  });
});

describe('a split', () => {
  it('makes two entries that meet and share everything else', async () => {
    const taskId = await anAssignedTask({ billable: false });
    const entry = await adds('08:00', '10:00', { taskId, note: 'Rake', billable: true });
    const id = newId<'entry'>();
    const halves = await splits(kim, entry.id, '08:45', id);
    expect(halves).toEqual([
      { ...entry, stoppedAt: at('08:45') },
      { ...entry, id, startedAt: at('08:45') },
    ]);
    expect(await lists()).toEqual(halves);
    expect(await splits(kim, entry.id, '08:45', id)).toEqual(halves);
    expect(await lists()).toEqual(halves);
  });

  it('keeps a task that takes no new time', async () => {
    const taskId = await anAssignedTask({ name: 'Old' });
    const entry = await adds('08:00', '10:00', { taskId });
    await server.database.db
      .updateTable('task')
      .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
      .where('account_id', '=', account.id)
      .where('id', '=', taskId)
      .execute();
    const halves = await splits(kim, entry.id, '09:00');
    expect(halves.map(({ task }) => task?.name)).toEqual(['Old', 'Old']);
  });

  it('puts what lies after midnight on its own day', async () => {
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    const times = { startedAt: at('23:00'), stoppedAt: '2026-03-03T01:00:00Z' };
    await kim.ask(addEntry, { body: { ...body, ...times } });
    const params = { entryId: body.id };
    const midnight = { id: newId<'entry'>(), at: '2026-03-03T00:00:00Z' };
    const { entries } = await kim.ask(splitEntry, { params, body: midnight });
    expect(entries.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it.each(['08:00', '07:59', '10:00', '10:01'])('at %s is none of 08:00 to 10:00', async (time) => {
    const entry = await adds('08:00', '10:00');
    expect(await refusalOf(splits(kim, entry.id, time))).toMatchObject({
      code: 'split-outside',
      status: 422,
    });
    expect(await lists()).toEqual([entry]);
  });

  it('needs an end', async () => {
    const { id } = await aTimer();
    expect((await refusalOf(splits(kim, id, '08:30'))).code).toBe('entry-running');
  });

  it('is taken back by merging the halves', async () => {
    const entry = await adds('08:00', '10:00', { note: 'Rake' });
    const halves = await splits(kim, entry.id, '09:00');
    expect((await merges(kim, halves)).entry).toEqual(entry);
    expect(await lists()).toEqual([entry]);
  });
});

describe('a merge', () => {
  it('joins what touches and overlaps into the first, whatever the order asked', async () => {
    const taskId = await anAssignedTask();
    const first = await adds('08:00', '09:00', { taskId, note: 'Rake' });
    const last = await adds('09:30', '11:00', { taskId, note: 'Prune' });
    const middle = await adds('09:00', '10:00', { taskId });
    const { entry, before } = await merges(kim, [last, middle, first]);
    expect(entry).toEqual({ ...first, stoppedAt: at('11:00'), note: 'Rake; Prune' });
    expect(before).toEqual([first, middle, last]);
    expect(await lists()).toEqual([entry]);
    expect((await merges(kim, [last, middle, first])).entry).toEqual(entry);
    expect((await refusalOf(merges(kim, [last, middle]))).code).toBe('not-found');
    expect(await lists()).toEqual([entry]);
  });

  it('is taken back by what it answers', async () => {
    const list = [await adds('08:00', '09:00', { note: 'Rake' }), await adds('09:00', '10:00')];
    const { before } = await merges(kim, list);
    const [first, ...others] = before;
    if (first === undefined) throw new Error('nothing was merged');
    const { id: entryId, note, startedAt, stoppedAt } = first;
    const back = { entryId, note, startedAt, ...(stoppedAt !== null && { stoppedAt }) };
    await kim.ask(changeEntries, { body: { changes: [back] } });
    await kim.ask(undeleteEntries, { body: { ids: others.map(({ id }) => id) } });
    expect(await lists()).toEqual(list);
  });

  it('fills a gap only when that is wanted', async () => {
    const list = [await adds('08:00', '09:00'), await adds('09:15', '10:00')];
    expect((await refusalOf(merges(kim, list))).code).toBe('merge-over-gap');
    expect(await lists()).toEqual(list);
    const { entry } = await merges(kim, list, { fillGaps: true });
    expect(entry).toMatchObject({ startedAt: at('08:00'), stoppedAt: at('10:00') });
  });

  it('of different tasks needs one that takes the time', async () => {
    const taskId = await anAssignedTask({ billable: false });
    const list = [await adds('08:00', '09:00'), await adds('09:00', '10:00', { taskId })];
    expect((await refusalOf(merges(kim, list))).code).toBe('merge-different-tasks');
    const notMine = await aTask(account);
    expect((await refusalOf(merges(kim, list, { taskId: notMine }))).code).toBe('not-found');
    expect((await merges(kim, list, { taskId })).entry).toMatchObject({
      task: { id: taskId },
      billable: false,
    });
  });

  it("is of one member's finished time, of at least two entries, and no longer than a week", async () => {
    const mine = await adds('08:00', '09:00');
    const robins = await adds('09:00', '10:00', {}, await aMember(account));
    expect((await refusalOf(merges(account.administrator, [mine, robins]))).code).toBe(
      'merge-different-members',
    );
    expect((await refusalOf(merges(kim, [mine]))).code).toBe('input-invalid');
    expect((await refusalOf(merges(kim, [mine, await aTimer()]))).code).toBe('entry-running');
    const long = { startedAt: '2026-02-20T08:00:00Z', stoppedAt: '2026-02-20T09:00:00Z' };
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC', ...long };
    const old = await kim.ask(addEntry, { body });
    expect((await refusalOf(merges(kim, [old, mine], { fillGaps: true }))).code).toBe(
      'entry-too-long',
    );
  });

  it('takes as many statements for many as for two', async () => {
    const list: Entry[] = [];
    for (const hour of [10, 11, 12, 13, 14, 15]) {
      list.push(await adds(`${hour}:00`, `${hour + 1}:00`));
    }
    const [a, b, ...rest] = list;
    if (a === undefined || b === undefined) throw new Error('six were added');
    const few = await statementsDuring(server.database, async () => merges(kim, [a, b]));
    expect(await statementsDuring(server.database, async () => merges(kim, rest))).toBe(few);
  });
});
