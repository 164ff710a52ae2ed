import { changePassword, readMe, signIn } from '@timegrove/contract/session.ts';
import { endOtherSessions, endSession, listSessions } from '@timegrove/contract/sessions.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Signs in once more, from elsewhere. */
async function signedInElsewhere({ email, password }: Person, agent = firefox) {
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email, password },
    headers: { 'user-agent': agent, 'x-forwarded-for': '203.0.113.9' },
    remoteAddress: '198.51.100.7',
  });
  return server.askWith({ cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '' });
}

test('need a session, and nobody ends a session of somebody else', async () => {
  const params = { sessionId: newId<'session'>() };
  const body = { current: 'correct horse battery', next: 'long enough 2' };
  for (const asked of [
    server.ask(listSessions),
    server.ask(endSession, { params }),
    server.ask(endOtherSessions),
    server.ask(changePassword, { body }),
  ]) {
    expect((await refusalOf(asked)).code).toBe('session-needed');
  }
  const [mia, eve] = [await aMember(account), await aMember(account)];
  const [mias] = (await mia.ask(listSessions)).sessions;
  const taken = { params: { sessionId: mias?.id ?? params.sessionId } };
  expect((await refusalOf(eve.ask(endSession, taken))).code).toBe('not-found');
  await eve.ask(endOtherSessions);
  expect(await mia.ask(readMe)).toMatchObject({ memberId: mia.memberId });
});

test('sessions are listed with browser and address, this one first', async () => {
  const mia = await aMember(account);
  const elsewhere = await signedInElsewhere(mia);
  const { sessions } = await mia.ask(listSessions);
  expect(sessions.map(({ current }) => current)).toEqual([true, false]);
  // What the caller claims about its address is not believed.
  expect(sessions[1]).toMatchObject({
    browser: 'Firefox',
    system: 'Linux',
    address: '198.51.100.7',
  });
  const theirs = (await elsewhere(listSessions)).sessions;
  expect(theirs[0]).toEqual({ ...sessions[1], current: true });
  expect(JSON.stringify(sessions)).not.toContain(mia.cookie.split('=')[1]?.slice(0, 20));
});

test('one session is ended, or all others', async () => {
  const mia = await aMember(account);
  const [phone, tablet] = [await signedInElsewhere(mia), await signedInElsewhere(mia)];
  const [one] = (await phone(listSessions)).sessions;
  const params = { sessionId: one?.id ?? newId<'session'>() };
  await mia.ask(endSession, { params });
  expect((await refusalOf(phone(readMe))).code).toBe('session-needed');
  expect((await refusalOf(mia.ask(endSession, { params }))).code).toBe('not-found');
  expect(await tablet(readMe)).toMatchObject({ memberId: mia.memberId });
  await mia.ask(endOtherSessions);
  expect((await refusalOf(tablet(readMe))).code).toBe('session-needed');
  expect((await mia.ask(listSessions)).sessions).toMatchObject([{ current: true }]);
});

test('a new password needs the current one and ends every other session', async () => {
  const mia = await aMember(account);
  const phone = await signedInElsewhere(mia);
  const change = async (current: string, next: string) =>
    server.app.inject({
      method: 'PUT',
      url: '/api/me/password',
      headers: { cookie: mia.cookie },
      payload: { current, next },
    });
  expect((await change('a wrong guess', 'long enough 2')).json()).toMatchObject({
    code: 'password-wrong',
  });
  expect((await change(mia.password, 'short')).json()).toMatchObject({
    code: 'password-too-short',
  });
  expect(await phone(readMe)).toMatchObject({ memberId: mia.memberId });
  const reply = await change(mia.password, 'long enough 2');
  expect(reply.statusCode).toBe(200);
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
  expect(await server.askWith({ cookie })(readMe)).toMatchObject({ memberId: mia.memberId });
  expect((await refusalOf(phone(readMe))).code).toBe('session-needed');
  expect((await refusalOf(mia.ask(readMe))).code).toBe('session-needed');
  const { email, password } = mia;
  const old = server.ask(signIn, { body: { email, password } });
  expect((await refusalOf(old)).code).toBe('sign-in-refused');
  await server.ask(signIn, { body: { email, password: 'long enough 2' } });
});
