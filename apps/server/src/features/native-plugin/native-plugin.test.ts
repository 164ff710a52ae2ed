import { endConnection } from '@timegrove/contract/connections.ts';
import { addEntry, changeEntry, deleteEntry, listEntries } from '@timegrove/contract/entries.ts';
import {
  readPluginState,
  startFromPage,
  stopFromPage,
  type PluginState,
} from '@timegrove/contract/native-plugin.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { archiveTask, assign } from '@timegrove/contract/tasks.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import { addToken, revokeToken } from '@timegrove/contract/tokens.ts';
import type { IntegrationId, TaskId } from '@timegrove/domain/id.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aConnection, type Asker } from '../../testing/connection.ts';
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
let planner: IntegrationId;
let mia: Person;
let page: Asker;
let card: TaskId;

const item = { provider: 'planner', item: 'task_7' };
const zone = 'Europe/Berlin';

beforeEach(async () => {
  account = await anAccount(server);
  planner = await anIntegration(account, 'active', 'planner');
  mia = await aMember(account);
  page = await aConnection(server, mia, 'native-plugin');
  card = await aTask(account, { name: 'Card', imported: planner, remoteId: '7' });
  await anAssignment(account, card, mia);
});

const look = async (query: object = item) =>
  page.ask(readPluginState, { query: { note: '', ...query } });
const start = async (body: object = item, id = newId<'entry'>()) =>
  page.ask(startFromPage, { body: { id, zone, ...body } });
const stop = async (body: object = item) => page.ask(stopFromPage, { body });
const itemOf = async (query: object) => (await look(query)).item;
const refused = async (item: string, provider = 'planner') => refusalOf(start({ provider, item }));

/** Asks with the version of now, and gives the answer once it is there. */
async function waiting(): Promise<{ answer: Promise<PluginState>; answered: () => boolean }> {
  const { version: since } = await look();
  let answered = false;
  const answer = look({ ...item, since }).finally(() => (answered = true));
  return { answer, answered: () => answered };
}

describe('the state for a page', () => {
  it('needs a token or a session, and shows another account nothing', async () => {
    expect((await refusalOf(server.ask(readPluginState, { query: item }))).code).toBe(
      'session-needed',
    );
    const { ask } = (await anAccount(server)).administrator;
    expect(await ask(readPluginState, { query: item })).toMatchObject({
      item: 'no-integration',
      taskName: null,
    });
  });

  it('follows the timer from wherever it is started', async () => {
    expect(await look()).toMatchObject({
      running: 'none',
      startedAt: null,
      serverTime: server.clock.now().toISOString(),
      item: 'known',
      taskName: 'Card',
    });
    const body = { id: newId<'entry'>(), taskId: card, zone };
    const { startedAt } = await mia.ask(startTimer, { body });
    expect(await look()).toMatchObject({ running: 'this', startedAt });
    await mia.ask(stopTimer, { params: { entryId: body.id }, body: {} });
    expect(await look()).toMatchObject({ running: 'none', startedAt: null });
  });

  it('tells nothing of what else is tracked', async () => {
    const secret = await aTask(account, { name: 'Secret' });
    await anAssignment(account, secret, mia);
    const body = { id: newId<'entry'>(), taskId: secret, zone, note: 'Secret note' };
    const { id, startedAt } = await mia.ask(startTimer, { body });
    const state = await look();
    expect(state).toMatchObject({ running: 'other', startedAt: null });
    expect(JSON.stringify({ ...state, serverTime: '' })).not.toMatch(
      new RegExp(`ecret|${id}|${startedAt}|${secret}`),
    );
  });

  it('has a version that changes with what it says, and with nothing else', async () => {
    const versions = new Set<string>();
    const see = async () => versions.add((await look()).version);
    await see();
    server.clock.advance({ minutes: 1 });
    await mia.ask(addEntry, {
      body: {
        id: newId<'entry'>(),
        taskId: null,
        zone,
        startedAt: '2026-03-01T08:00:00Z',
        stoppedAt: '2026-03-01T09:00:00Z',
      },
    });
    await see();
    expect(versions.size).toBe(1);
    await start();
    await see();
    await stop();
    await start();
    await see();
    expect(versions.size).toBe(3);
  });

  it('says of each item why it cannot be started', async () => {
    await aTask(account, { name: 'Old', imported: planner, remoteId: '8', archived: true });
    const old = await aTask(account, { imported: planner, remoteId: '9', archived: true });
    await anAssignment(account, old, mia);
    expect(await itemOf({ provider: 'planner', item: 'task_8' })).toBe('not-assigned');
    expect(await itemOf({ provider: 'planner', item: 'task_9' })).toBe('archived');
    expect(await itemOf({ provider: 'planner', item: 'task_10' })).toBe('unknown');
    expect(await itemOf({ provider: 'toggl', item: 'task_7' })).toBe('no-integration');
    expect(await itemOf({ note: 'Free' })).toBe('known');
  });

  it.each([[{}], [{ note: ' ' }], [{ provider: 'planner' }], [{ item: 'task_7' }]])(
    'is not told for %j',
    async (query) => {
      expect((await refusalOf(look(query))).code).toBe('input-invalid');
    },
  );
});

describe('starting and stopping from a page', () => {
  it('starts on that item, in place of what ran, once for one id', async () => {
    await mia.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone } });
    server.clock.advance({ minutes: 5 });
    const id = newId<'entry'>();
    const first = await start({ ...item, note: 'From the page' }, id);
    expect(first).toMatchObject({ running: 'this', startedAt: server.clock.now().toISOString() });
    server.clock.advance({ minutes: 1 });
    expect((await start(item, id)).startedAt).toBe(first.startedAt);
    expect((await mia.ask(readTimer)).running).toMatchObject({
      id,
      task: { id: card, name: 'Card' },
      note: 'From the page',
    });
  });

  it('stops what runs on that item, and leaves any other timer alone', async () => {
    await start();
    server.clock.advance({ minutes: 5 });
    expect(await stop({ note: 'Something else' })).toMatchObject({ running: 'other' });
    expect(await stop()).toMatchObject({ running: 'none' });
    expect(await stop()).toMatchObject({ running: 'none' });
    const day = server.clock.now().toISOString().slice(0, 10);
    const { entries } = await mia.ask(listEntries, { query: { from: day, to: day } });
    expect(entries).toMatchObject([{ stoppedAt: server.clock.now().toISOString() }]);
  });

  it('is free work where there is only a note', async () => {
    const free = { note: 'Call with the bakery' };
    expect(await start(free)).toMatchObject({ running: 'this', item: 'known', taskName: null });
    expect((await look(item)).running).toBe('other');
    expect((await look({ note: 'Another call' })).running).toBe('other');
    const { running } = await mia.ask(readTimer);
    expect(running).toMatchObject({ task: null, note: 'Call with the bakery' });
    expect(await stop(free)).toMatchObject({ running: 'none' });
  });

  it('is refused beyond what the member may', async () => {
    await aTask(account, { name: 'Hidden', imported: planner, remoteId: '8' });
    const old = await aTask(account, { imported: planner, remoteId: '9', archived: true });
    await anAssignment(account, old, mia);
    const hidden = await refused('task_8');
    expect(hidden.code).toBe('not-found');
    expect(JSON.stringify(hidden)).not.toContain('Hidden');
    expect((await refused('task_9')).code).toBe('task-archived');
    expect(await refused('task_10')).toMatchObject({ code: 'item-unknown', status: 409 });
    expect((await refused('task_7', 'toggl')).code).toBe('integration-not-active');
    for (const remoteId of ['20', '21']) {
      await aTask(account, { name: 'Twin', imported: planner, remoteId, parent: card });
    }
    expect((await refused('task_7 Twin')).code).toBe('item-several');
    expect((await mia.ask(readTimer)).running).toBeNull();
  });

  it('is not for a token that only reads', async () => {
    const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
    const { secret } = await mia.ask(addToken, { body });
    const ask = server.askWith({ authorization: `Bearer ${secret}` });
    expect((await refusalOf(ask(stopFromPage, { body: item }))).code).toBe('token-scope-needed');
  });
});

describe('waiting for a change', () => {
  it('ends at once with a version that is not the present one', async () => {
    expect(await look({ ...item, since: 'long ago' })).toMatchObject({ running: 'none' });
  });

  it('hears of a timer that starts, changes, and is discarded elsewhere', async () => {
    const body = { id: newId<'entry'>(), taskId: card, zone };
    const started = await waiting();
    await mia.ask(startTimer, { body });
    expect(await started.answer).toMatchObject({ running: 'this' });
    const params = { entryId: body.id };
    const moved = await waiting();
    await mia.ask(changeEntry, { params, body: { taskId: null } });
    expect(await moved.answer).toMatchObject({ running: 'other' });
    const gone = await waiting();
    await mia.ask(deleteEntry, { params });
    expect(await gone.answer).toMatchObject({ running: 'none' });
  });

  it('hears of its task being archived, and ends when assignments change', async () => {
    const { ask } = account.administrator;
    const unassigned = await waiting();
    await ask(assign, {
      params: { taskId: card, memberId: mia.memberId },
      body: { role: 'guest' },
    });
    expect(await unassigned.answer).toMatchObject({ item: 'known' });
    const own = await aTask(account, { name: 'Own', imported: planner, remoteId: '8' });
    await anAssignment(account, own, mia);
    await server.database.db.updateTable('integration').set({ state: 'unlinked' }).execute();
    const query = { provider: 'planner', item: 'task_8' };
    const { version: since } = await look(query);
    const archived = look({ ...query, since });
    await ask(archiveTask, { params: { taskId: own } });
    expect(await archived).toMatchObject({ item: 'archived' });
  });

  it('hears nothing of other members, and holds no database connection meanwhile', async () => {
    const polls = [];
    // More of them than there are connections.
    for (let polling = 0; polling < 20; polling += 1) polls.push(await waiting());
    const lee = await aMember(account);
    await lee.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone } });
    expect(polls.filter(({ answered }) => answered())).toEqual([]);
    await start();
    const answers = await Promise.all(polls.map(async ({ answer }) => answer));
    expect(answers.map(({ running }) => running)).toEqual(answers.map(() => 'this'));
  });

  it('ends when the token is revoked, by its member or by itself', async () => {
    const revoked = await waiting();
    await mia.ask(revokeToken, { params: { tokenId: page.tokenId } });
    await revoked.answer;
    expect((await refusalOf(look())).code).toBe('token-refused');
    page = await aConnection(server, mia, 'native-plugin');
    const ended = await waiting();
    await page.ask(endConnection);
    await ended.answer;
  });

  it('ends when the token expires', async () => {
    const expiresAt = new Date(server.clock.now().getTime() + 300).toISOString();
    const body = { id: newId<'token'>(), name: 'A', scopes: ['track' as const], expiresAt };
    const { secret } = await mia.ask(addToken, { body });
    const ask = server.askWith({ authorization: `Bearer ${secret}` });
    const { version: since } = await ask(readPluginState, { query: item });
    expect((await ask(readPluginState, { query: { ...item, since } })).version).toBe(since);
  });

  it('ends when the server closes', async () => {
    const closing = await aServer({ database: server.database, clock: server.clock });
    const ask = closing.askWith(page.headers);
    const { version: since } = await ask(readPluginState, { query: item });
    const answer = ask(readPluginState, { query: { ...item, since } });
    await ask(readPluginState, { query: item });
    closing.news.close();
    expect((await answer).version).toBe(since);
    expect((await ask(readPluginState, { query: { ...item, since } })).version).toBe(since);
  });
});
