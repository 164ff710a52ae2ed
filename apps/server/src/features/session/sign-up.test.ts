import { listMembers } from '@timegrove/contract/members.ts';
import { readMe, readWelcome, signUp } from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';

const visitor = {
  accountName: 'Blue Door Studio',
  name: 'Ada',
  email: ' Ada@Example.org ',
  password: 'correct horse',
  zone: 'Europe/Berlin',
};

async function count(server: TestServer, table: 'account' | 'member'): Promise<number> {
  const rows = await server.database.db.selectFrom(table).selectAll().execute();
  return rows.length;
}

async function countUsers(server: TestServer): Promise<number> {
  const { rows } = await server.database.pool.query('select 1 from identity_user');
  return rows.length;
}

test('the first visitor creates the account, is its administrator and is signed in', async () => {
  const server = await aServer();
  expect(await server.ask(readWelcome)).toEqual({ accountExists: false, demo: null });
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-up',
    payload: { ...visitor, email: 'Ada@Example.org' },
  });
  expect(reply.statusCode).toBe(200);
  const me = reply.json();
  expect(me).toMatchObject({
    name: 'Ada',
    email: 'ada@example.org',
    role: 'administrator',
    zone: 'Europe/Berlin',
    account: { name: 'Blue Door Studio' },
    serverTime: server.clock.now().toISOString(),
  });
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
  const ask = server.askWith({ cookie });
  expect(await ask(readMe)).toEqual(me);
  expect((await ask(listMembers)).members).toMatchObject([{ name: 'Ada', role: 'administrator' }]);
  expect(await server.ask(readWelcome)).toEqual({ accountExists: true, demo: null });
});

test('a second visitor is refused and leaves no user behind', async () => {
  const server = await aServer();
  await server.ask(signUp, { body: { ...visitor, email: 'ada@example.org' } });
  const refused = await refusalOf(
    server.ask(signUp, { body: { ...visitor, email: 'eve@example.org' } }),
  );
  expect(refused).toMatchObject({ code: 'account-exists', status: 409 });
  expect(await countUsers(server)).toBe(1);
});

test('of five first visitors at once one wins, and only that one leaves anything behind', async () => {
  const server = await aServer();
  const answers = await Promise.allSettled(
    [1, 2, 3, 4, 5].map(async (number) =>
      server.ask(signUp, { body: { ...visitor, email: `visitor${number}@example.org` } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await count(server, 'account')).toBe(1);
  expect(await count(server, 'member')).toBe(1);
  expect(await countUsers(server)).toBe(1);
});

test('a short password is refused before anything is written', async () => {
  const server = await aServer();
  const body = { ...visitor, email: 'ada@example.org', password: 'too short' };
  const refused = await refusalOf(server.ask(signUp, { body }));
  expect(refused).toMatchObject({ code: 'password-too-short', status: 422 });
  expect(await count(server, 'account')).toBe(0);
  expect(await countUsers(server)).toBe(0);
});

test.each([
  ['body.email', { email: 'not an address' }],
  ['body.name', { name: '   ' }],
  ['body.accountName', { accountName: '' }],
  ['body.zone', { zone: 'Europe/Nowhere' }],
  ['body.password', { password: 'x'.repeat(201) }],
])('bad input is refused by its name: %s', async (field, wrong) => {
  const server = await aServer();
  const body = { ...visitor, email: 'ada@example.org', ...wrong };
  const refused = await refusalOf(server.ask(signUp, { body }));
  expect(refused).toMatchObject({ code: 'input-invalid', field });
});

test('a request from another site is refused', async () => {
  const server = await aServer();
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-up',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { ...visitor, email: 'ada@example.org' },
  });
  expect(reply.json()).toMatchObject({ code: 'origin-refused' });
});

test('a demo server shows its log-ins to visitors', async () => {
  const demo = {
    sandboxUrl: 'http://localhost:4800',
    logins: [{ role: 'user', email: 'mia@example.org', password: 'demo password' }],
  };
  const server = await aServer({ house: { demo } });
  expect((await server.ask(readWelcome)).demo).toEqual(demo);
});
