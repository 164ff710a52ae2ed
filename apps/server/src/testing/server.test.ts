import { readMe } from '@timegrove/contract/session.ts';
import { beforeAll, expect, it } from 'vitest';
import { refusalOf } from './refusal.ts';
import { aServer, type TestServer } from './server.ts';
import { aMember, anAccount } from './world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

it('answers on /healthz and /readyz', async () => {
  expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
  expect((await server.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
});

it('asks for a session where one is needed, and knows a member by theirs', async () => {
  expect(await refusalOf(server.ask(readMe))).toMatchObject({
    code: 'session-needed',
    status: 401,
  });
  const account = await anAccount(server);
  const member = await aMember(account, { name: 'Kim' });
  expect(await member.ask(readMe)).toMatchObject({
    name: 'Kim',
    role: 'user',
    account: { id: account.id },
  });
});
