import { addEntry, changeEntries, changeEntry, listEntries } from '@timegrove/contract/entries.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { Given } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addTag, changeTag } from '@timegrove/contract/tags.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import type { TagId, TaskId } from '@timegrove/domain/id.ts';
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
  server.clock.set('2026-03-02T20:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
});

type Changes = Given<typeof changeEntries>['body']['changes'];

async function changes(person: Person, list: Changes): Promise<Entry[]> {
  return (await person.ask(changeEntries, { body: { changes: list } })).entries;
}

async function lists(person = kim): Promise<Entry[]> {
  const query = { from: '2026-03-01', to: '2026-03-03' };
  return (await person.ask(listEntries, { query })).entries;
}

async function adds(hour: number, taskId: TaskId | null = null, person = kim): Promise<Entry> {
  const [from, to] = [hour, hour + 1].map((at) => String(at).padStart(2, '0'));
  const [startedAt, stoppedAt] = [`2026-03-02T${from}:00:00Z`, `2026-03-02T${to}:00:00Z`];
  const body = { id: newId<'entry'>(), taskId, startedAt, stoppedAt, zone: 'UTC' };
  return person.ask(addEntry, { body });
}

async function anAssignedTask(traits: { name?: string; billable?: boolean } = {}): Promise<TaskId> {
  const task = await aTask(account, traits);
  await anAssignment(account, task, kim);
  return task;
}

async function aTag(name = `Tag ${newId()}`, person = account.administrator): Promise<TagId> {
  return (await person.ask(addTag, { body: { id: newId<'tag'>(), name } })).id;
}

describe('who may change many entries', () => {
  it('needs a session', async () => {
    const body = { changes: [{ entryId: (await adds(8)).id }] };
    expect((await refusalOf(server.ask(changeEntries, { body }))).code).toBe('session-needed');
  });

  it("does not find another account's, nor another member's, and then changes none", async () => {
    const mine = await adds(8);
    const robin = await aMember(account);
    const robins = await adds(9, null, robin);
    const theirs = await adds(9, null, (await anAccount(server)).administrator);
    for (const foreign of [robins, theirs]) {
      const both = [mine, foreign].map(({ id }) => ({ entryId: id, note: 'Mine' }));
      expect((await refusalOf(changes(kim, both))).code).toBe('not-found');
    }
    expect(await lists()).toEqual([mine]);
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect((await refusalOf(changes(supervisor, [{ entryId: mine.id }]))).code).toBe(
      'right-needed',
    );
  });
});

describe('many changes', () => {
  it('are made together, each its own, and taken back with the old values', async () => {
    const [old, fresh] = [await anAssignedTask(), await anAssignedTask({ billable: false })];
    const before = [await adds(8, old), await adds(10)];
    const [first, second] = before.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('two were added');
    const after = await changes(kim, [
      { entryId: second, note: 'Rake', startedAt: '2026-03-02T10:30:00Z' },
      { entryId: first, taskId: fresh },
    ]);
    expect(after.map(({ id }) => id)).toEqual([second, first]);
    expect(after).toMatchObject([
      { note: 'Rake', startedAt: '2026-03-02T10:30:00.000Z', billable: true },
      { task: { id: fresh }, billable: false, note: '' },
    ]);
    const back = before.map(({ id, task, billable, note, startedAt }) => ({
      entryId: id,
      taskId: task?.id ?? null,
      billable,
      note,
      startedAt,
    }));
    await changes(kim, back);
    expect(await lists()).toEqual(before);
  });

  it('are all refused when one is', async () => {
    const before = [await adds(8), await adds(10)];
    const notMine = await aTask(account, { name: 'Not mine' });
    const both = before.map(({ id }, index) => ({
      entryId: id,
      note: 'Rake',
      ...(index === 1 && { stoppedAt: '2026-03-02T09:00:00Z' }),
    }));
    expect((await refusalOf(changes(kim, both))).code).toBe('entry-ends-before-start');
    const moved = before.map(({ id }) => ({ entryId: id, taskId: notMine }));
    expect((await refusalOf(changes(account.administrator, moved))).code).toBe('task-not-assigned');
    expect(await lists()).toEqual(before);
  });

  it('reach the running timer too, but do not end it', async () => {
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    const timer = await kim.ask(startTimer, { body });
    const task = await anAssignedTask();
    await changes(kim, [{ entryId: timer.id, taskId: task }]);
    expect((await kim.ask(readTimer)).running).toMatchObject({ id: timer.id, task: { id: task } });
    const end = { entryId: timer.id, stoppedAt: '2026-03-02T20:00:00Z' };
    expect((await refusalOf(changes(kim, [end]))).code).toBe('entry-running');
  });

  it('name each entry once, at least one and at most 500', async () => {
    const { id } = await adds(8);
    const long = Array.from({ length: 501 }, () => ({ entryId: newId<'entry'>() }));
    for (const list of [[{ entryId: id }, { entryId: id }], [], long]) {
      expect(await refusalOf(changes(kim, list))).toMatchObject({
        code: 'input-invalid',
        field: 'body.changes',
      });
    }
  });

  it('take as many statements for many as for one', async () => {
    const tasks = [await anAssignedTask(), await anAssignedTask(), await anAssignedTask()];
    const tags = [await aTag(), await aTag()];
    const entries = await Promise.all([8, 9, 10, 11, 12, 13].map(async (hour) => adds(hour)));
    const change = async (list: readonly Entry[]) =>
      changes(
        account.administrator,
        list.map(({ id }, index) => ({
          entryId: id,
          taskId: tasks[index % 3] ?? null,
          tagIds: tags,
          note: `Note ${index}`,
        })),
      );
    const few = await statementsDuring(server.database, async () => change(entries.slice(0, 1)));
    const many = await statementsDuring(server.database, async () => change(entries.slice(1)));
    expect(many).toBe(few);
    expect((await lists()).map(({ tagIds }) => tagIds)).toEqual(entries.map(() => tags));
  });
});

describe('the tags of an entry', () => {
  it('are put on when it is added, started or changed, and taken off again', async () => {
    const [one, other] = [await aTag(), await aTag()];
    const times = { startedAt: '2026-03-02T08:00:00Z', stoppedAt: '2026-03-02T09:00:00Z' };
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC', tagIds: [one, one] };
    const added = await kim.ask(addEntry, { body: { ...body, ...times } });
    expect(added.tagIds).toEqual([one]);
    const timer = await kim.ask(startTimer, { body: { ...body, id: newId<'entry'>() } });
    expect(timer.tagIds).toEqual([one]);
    const params = { entryId: added.id };
    const changed = await kim.ask(changeEntry, { params, body: { tagIds: [other, one] } });
    expect(changed.tagIds).toEqual([other, one]);
    expect((await kim.ask(changeEntry, { params, body: { tagIds: [] } })).tagIds).toEqual([]);
  });

  it("are the account's own, and not archived when they are put on", async () => {
    const entry = await adds(8);
    const theirs = await aTag('Theirs', (await anAccount(server)).administrator);
    expect(await refusalOf(changes(kim, [{ entryId: entry.id, tagIds: [theirs] }]))).toMatchObject({
      code: 'not-found',
      message: 'This tag does not exist, or you may not see it.',
    });
    const old = await aTag('Old');
    await changes(kim, [{ entryId: entry.id, tagIds: [old] }]);
    const params = { tagId: old };
    await account.administrator.ask(changeTag, { params, body: { archived: true } });
    const kept = await changes(kim, [{ entryId: entry.id, tagIds: [old], note: 'Rake' }]);
    expect(kept).toMatchObject([{ tagIds: [old], note: 'Rake' }]);
    const other = await adds(10);
    expect(await refusalOf(changes(kim, [{ entryId: other.id, tagIds: [old] }]))).toMatchObject({
      code: 'tag-archived',
      status: 409,
      message: 'The tag “Old” is archived. Bring it back before putting it on something.',
    });
  });
});
