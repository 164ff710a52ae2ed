import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import { beforeAll, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

it('needs a session', async () => {
  expect(await refusalOf(server.ask(readTimer))).toMatchObject({ code: 'session-needed' });
});

it("gives the server's clock, and the own timer only", async () => {
  const account = await anAccount(server);
  const kim = await aMember(account);
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
  await account.administrator.ask(startTimer, { body });
  expect(await kim.ask(readTimer)).toEqual({
    running: null,
    serverTime: '2026-03-02T09:00:00.000Z',
  });
  expect((await account.administrator.ask(readTimer)).running?.id).toBe(body.id);
});
