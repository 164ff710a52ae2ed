import { listMembers } from '@timegrove/contract/members.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';

const server = await aServer();

test('needs a session', async () => {
  expect(await refusalOf(server.ask(listMembers))).toMatchObject({ code: 'session-needed' });
});

test('administrators and supervisors see everybody of their account, by name', async () => {
  const account = await anAccount(server);
  await anAccount(server);
  const gone = await aMember(account, { name: 'Zoe', active: false });
  const supervisor = await aMember(account, { name: 'Ben', role: 'supervisor' });
  for (const { ask } of [account.administrator, supervisor]) {
    const { members } = await ask(listMembers);
    expect(members.map(({ name }) => name)).toEqual(['Ben', 'Robin', 'Zoe']);
    expect(members[2]).toEqual({
      id: gone.memberId,
      name: 'Zoe',
      email: gone.email,
      role: 'user',
      active: false,
      joinedAt: server.clock.now().toISOString(),
    });
  }
});

test('a user sees the active members without their addresses, and the own one', async () => {
  const account = await anAccount(server);
  await aMember(account, { name: 'Zoe', active: false });
  const user = await aMember(account, { name: 'Ada' });
  const { members } = await user.ask(listMembers);
  expect(members).toMatchObject([
    { name: 'Ada', email: user.email },
    { name: 'Robin', email: '', role: 'administrator' },
  ]);
  expect(JSON.stringify(members)).not.toContain(account.administrator.email);
});
