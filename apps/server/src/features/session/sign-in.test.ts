import { readMe, signIn, signOut } from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

async function cookieOf(email: string, password: string): Promise<string> {
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email, password },
  });
  return String(reply.headers['set-cookie']).split(';')[0] ?? '';
}

test('a member signs in with the e-mail in any spelling, and is known by the cookie', async () => {
  const member = await aMember(account, { name: 'Mia', email: 'mia@example.org' });
  const body = { email: 'MIA@Example.ORG', password: member.password };
  const me = await server.ask(signIn, { body });
  expect(me).toMatchObject({ memberId: member.memberId, name: 'Mia', account: { id: account.id } });
  const cookie = await cookieOf(body.email, body.password);
  expect(await server.askWith({ cookie })(readMe)).toEqual(me);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email, password } = await aMember(account);
  const wrong = await refusalOf(server.ask(signIn, { body: { email, password: 'wrong horse' } }));
  const unknown = await refusalOf(
    server.ask(signIn, { body: { email: 'nobody@example.org', password } }),
  );
  expect(wrong).toMatchObject({ code: 'sign-in-refused', status: 401 });
  expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
});

test('a deactivated member is told so, gets no cookie and leaves no session', async () => {
  const { email, password, userId } = await aMember(account, { active: false });
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email, password },
  });
  expect(reply.json()).toMatchObject({ code: 'member-deactivated' });
  expect(reply.headers['set-cookie']).toBeUndefined();
  const { rows } = await server.database.pool.query(
    'select 1 from identity_session where "userId" = $1',
    [userId],
  );
  // The one that the member had before.
  expect(rows).toHaveLength(1);
});

test('signing out ends this session alone and erases the cookie', async () => {
  const { email, password } = await aMember(account);
  const first = await cookieOf(email, password);
  const second = await cookieOf(email, password);
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-out',
    headers: { cookie: first },
    payload: {},
  });
  expect(String(reply.headers['set-cookie'])).toMatch(/timegrove\.session_token=;.*Max-Age=0/);
  expect(await refusalOf(server.askWith({ cookie: first })(readMe))).toMatchObject({
    code: 'session-needed',
  });
  expect(await server.askWith({ cookie: second })(readMe)).toMatchObject({ email });
});

test('signing out without a session is fine', async () => {
  expect(await server.ask(signOut)).toEqual({});
});

test('thirty people sign in at once through eight connections', async () => {
  const { email, password } = await aMember(account);
  const all = Array.from({ length: 30 }, async () =>
    server.ask(signIn, { body: { email, password } }),
  );
  expect(await Promise.all(all)).toHaveLength(30);
});
