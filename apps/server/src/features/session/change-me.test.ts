import { changeMe, readMe } from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

test('both need a session', async () => {
  expect(await refusalOf(server.ask(readMe))).toMatchObject({ code: 'session-needed' });
  expect(await refusalOf(server.ask(changeMe, { body: { name: 'Eve' } }))).toMatchObject({
    code: 'session-needed',
    status: 401,
  });
});

test('a member changes name and zone, one at a time, and nobody else’s', async () => {
  const mia = await aMember(account, { name: 'Mia', zone: 'Europe/Berlin' });
  const other = await aMember(account, { name: 'Noa', zone: 'Europe/Rome' });
  await mia.ask(changeMe, { body: { name: '  Mia Müller ' } });
  const me = await mia.ask(changeMe, { body: { zone: 'America/New_York' } });
  expect(me).toMatchObject({ name: 'Mia Müller', zone: 'America/New_York' });
  expect(await mia.ask(readMe)).toEqual(me);
  expect(await other.ask(readMe)).toMatchObject({ name: 'Noa', zone: 'Europe/Rome' });
});

test('a member sets language, week, working hours and idle time, and takes them back', async () => {
  const mia = await aMember(account);
  expect(await mia.ask(readMe)).toMatchObject({
    language: null,
    weekStart: null,
    workingMinutes: [480, 480, 480, 480, 480, 0, 0],
    idleMinutes: 10,
  });
  const own = {
    language: 'de',
    weekStart: 7,
    workingMinutes: [360, 0, 360, 0, 360, 90, 0],
    idleMinutes: null,
  } as const;
  expect(
    await mia.ask(changeMe, { body: { ...own, workingMinutes: [...own.workingMinutes] } }),
  ).toMatchObject(own);
  expect(await mia.ask(changeMe, { body: { language: null } })).toMatchObject({
    ...own,
    language: null,
  });
  expect(await mia.ask(readMe)).toMatchObject({ weekStart: 7, idleMinutes: null });
});

test.each([
  ['language', 'fr'],
  ['weekStart', 0],
  ['weekStart', 8],
  ['workingMinutes', [480]],
  ['workingMinutes.0', [1441, 0, 0, 0, 0, 0, 0]],
  ['idleMinutes', 0],
])('%s cannot be %j', async (field, value) => {
  const { cookie } = account.administrator;
  const [name = ''] = field.split('.');
  const payload = { [name]: value };
  const reply = await server.app.inject({
    method: 'PATCH',
    url: '/api/me',
    headers: { cookie },
    payload,
  });
  expect(reply.json()).toMatchObject({ code: 'input-invalid', field: `body.${field}` });
});

test('an empty name and an unknown zone are refused', async () => {
  const { ask } = account.administrator;
  expect(await refusalOf(ask(changeMe, { body: { name: ' ' } }))).toMatchObject({
    field: 'body.name',
  });
  expect(await refusalOf(ask(changeMe, { body: { zone: 'Mars/Base' } }))).toMatchObject({
    field: 'body.zone',
  });
});

test('asking who is signed in prolongs a session that is a day old, and sends the cookie again', async () => {
  const { cookie, userId } = await aMember(account);
  const ask = async () => server.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  expect((await ask()).headers['set-cookie']).toBeUndefined();
  await server.database.pool.query(
    `update identity_session set "expiresAt" = now() + interval '20 days' where "userId" = $1`,
    [userId],
  );
  expect(String((await ask()).headers['set-cookie'])).toMatch(/Max-Age=2592000/);
  expect((await ask()).headers['set-cookie']).toBeUndefined();
});

test('a member deactivated in the meantime is refused', async () => {
  const member = await aMember(account);
  await server.database.db
    .updateTable('member')
    .set({ active: false })
    .where('id', '=', member.memberId)
    .execute();
  expect(await refusalOf(member.ask(readMe))).toMatchObject({
    code: 'member-deactivated',
    status: 403,
  });
});
