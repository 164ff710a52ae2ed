import {
  addEntry,
  deleteEntries,
  listEntries,
  undeleteEntries,
  type Entry,
} from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { statementsDuring } from '../../testing/statements.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';

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

async function adds(hour: number): Promise<Entry> {
  const startedAt = new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
  const stoppedAt = new Date(Date.UTC(2026, 2, 2, hour + 1)).toISOString();
  const body = { id: newId<'entry'>(), taskId: null, startedAt, stoppedAt, zone: 'UTC' };
  return kim.ask(addEntry, { body });
}

const deletes = async (person: Person, ids: EntryId[]) =>
  person.ask(deleteEntries, { body: { ids } });
const undeletes = async (person: Person, ids: EntryId[]) =>
  (await person.ask(undeleteEntries, { body: { ids } })).entries;

async function lists(): Promise<Entry[]> {
  const query = { from: '2026-03-02', to: '2026-03-02' };
  return (await kim.ask(listEntries, { query })).entries;
}

describe('deleting many entries', () => {
  it('needs a session, and the right to every one of them', async () => {
    const { id } = await adds(8);
    const stranger = (await anAccount(server)).administrator;
    const supervisor = await aMember(account, { role: 'supervisor' });
    const body = { ids: [id] };
    for (const endpoint of [deleteEntries, undeleteEntries]) {
      expect((await refusalOf(server.ask(endpoint, { body }))).code).toBe('session-needed');
      expect((await refusalOf(stranger.ask(endpoint, { body }))).code).toBe('not-found');
      expect((await refusalOf(supervisor.ask(endpoint, { body }))).code).toBe('right-needed');
    }
    expect((await refusalOf(deletes(kim, [id, newId<'entry'>()]))).code).toBe('not-found');
    expect(await lists()).toHaveLength(1);
  });

  it('takes them away and brings them back as they were', async () => {
    const before = [await adds(8), await adds(10)];
    const ids = before.map(({ id }) => id);
    await deletes(kim, ids);
    expect(await lists()).toEqual([]);
    await deletes(kim, ids);
    expect(await undeletes(kim, ids)).toEqual(before);
    expect(await undeletes(kim, ids)).toEqual(before);
    expect(await lists()).toEqual(before);
  });

  it('discards the running timer among them', async () => {
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    await kim.ask(startTimer, { body });
    server.clock.advance({ minutes: 5 });
    await deletes(kim, [body.id]);
    expect((await kim.ask(readTimer)).running).toBeNull();
    expect(await undeletes(kim, [body.id])).toMatchObject([
      { id: body.id, stoppedAt: '2026-03-02T20:05:00.000Z' },
    ]);
  });

  it('takes as many statements for many as for one', async () => {
    const ids: EntryId[] = [];
    for (const hour of [8, 9, 10, 11]) ids.push((await adds(hour)).id);
    for (const deed of [deletes, undeletes]) {
      const few = await statementsDuring(server.database, async () =>
        deed(account.administrator, ids.slice(0, 1)),
      );
      const many = await statementsDuring(server.database, async () =>
        deed(account.administrator, ids.slice(1)),
      );
      expect(many).toBe(few);
    }
  });
});
