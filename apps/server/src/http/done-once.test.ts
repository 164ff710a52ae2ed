import { addEntry, changeEntry, listEntries } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import { addToken } from '@timegrove/contract/tokens.ts';
import { expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { aServer } from '../testing/server.ts';
import { aMember, anAccount, type Person } from '../testing/world.ts';
import { forgetDone } from './done-once.ts';

const server = await aServer();
const account = await anAccount(server);

async function anEntry(person: Person) {
  const body = {
    id: newId<'entry'>(),
    taskId: null,
    startedAt: '2026-03-02T08:00:00.000Z',
    stoppedAt: '2026-03-02T09:00:00.000Z',
    zone: 'UTC',
  };
  const { id } = await person.ask(addEntry, { body });
  const change = async (note: string, key?: string) =>
    person.ask(changeEntry, { params: { entryId: id }, body: { note }, key });
  const note = async () => {
    const query = { from: '2026-03-02', to: '2026-03-02' };
    return (await person.ask(listEntries, { query })).entries[0]?.note;
  };
  return { change, note };
}

it('a copy that comes late is answered as the first was, and does not undo what was done since', async () => {
  const { change, note } = await anEntry(await aMember(account));
  const key = newId();
  const first = await change('from the phone', key);
  await change('from the desk', newId());
  expect(await change('from the phone', key)).toEqual(first);
  expect(await note()).toBe('from the desk');
});

it('copies that come at once are all answered alike, and one is done', async () => {
  const { change, note } = await anEntry(await aMember(account));
  const key = newId();
  const answers = await Promise.all(['a', 'b', 'c'].map(async (said) => change(said, key)));
  const [first] = answers;
  expect(answers).toEqual([first, first, first]);
  expect(await note()).toBe(first?.note);
});

it('a copy gets the answer also when a newer server would give it another form', async () => {
  const person = await aMember(account);
  const key = newId();
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
  await person.ask(startTimer, { body, key });
  await server.database.pool.query(
    `update idempotency_key set answer = '{"older":1}' where key = $1`,
    [key],
  );
  const headers = { cookie: person.cookie, 'idempotency-key': key };
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/timers',
    headers,
    payload: body,
  });
  expect([reply.statusCode, reply.json()]).toEqual([200, { older: 1 }]);
});

it('what was refused can come again, corrected', async () => {
  const { change, note } = await anEntry(await aMember(account));
  const key = newId();
  expect((await refusalOf(change('x'.repeat(5001), key))).code).toBe('input-invalid');
  const person = await aMember(account);
  const body = { id: newId<'entry'>(), taskId: newId<'task'>(), zone: 'UTC' };
  expect((await refusalOf(person.ask(startTimer, { body, key }))).code).toBe('not-found');
  await person.ask(startTimer, { body: { ...body, taskId: null }, key });
  await change('shorter', key);
  expect(await note()).toBe('shorter');
});

it('a key is of its member alone, and forgotten after 30 days', async () => {
  const mine = await anEntry(await aMember(account));
  const theirs = await anEntry(await aMember(account));
  const key = newId();
  await mine.change('mine', key);
  await theirs.change('theirs', key);
  expect(await theirs.note()).toBe('theirs');
  for (const [days, note] of [
    [29, 'mine'],
    [2, 'again'],
  ] as const) {
    server.clock.advance({ days });
    await forgetDone(server.database.db, server.clock.now());
    await mine.change('again', key);
    expect(await mine.note()).toBe(note);
  }
});

it('a token that is made is not kept with the key', async () => {
  const { ask } = await aMember(account);
  const body = { id: newId<'token'>(), name: 'Mine', scopes: ['read' as const], expiresAt: null };
  const { secret } = await ask(addToken, { body, key: newId() });
  const { rows } = await server.database.pool.query('select k::text from idempotency_key k');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

it('a key that is no UUID is refused by the name of its header', async () => {
  const { change } = await anEntry(await aMember(account));
  expect(await refusalOf(change('x', 'once'))).toMatchObject({
    code: 'input-invalid',
    field: 'Idempotency-Key',
  });
});
