import {
  acceptInvitation,
  invite,
  listInvitations,
  listMails,
  listMembers,
} from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe } from '@timegrove/contract/session.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anIntegration, aTask, type TestAccount } from '../../testing/world.ts';

const server = await aServer();
const mia = { name: 'Mia', password: 'correct horse', zone: 'Europe/Vienna' };

let guests = 0;
async function anInvitation(account: TestAccount, role: AccountRole = 'user') {
  guests += 1;
  const email = `guest${guests}@example.org`;
  const body = { id: newId<'invitation'>(), email, role };
  await account.administrator.ask(invite, { body });
  const { mails } = await account.administrator.ask(listMails);
  const text = mails.find(({ to }) => to === email)?.text ?? '';
  return { email, token: /\/join\/([\w-]{43})/.exec(text)?.[1] ?? '' };
}

async function assignmentsOf(memberId: string) {
  const { rows } = await server.database.pool.query(
    'select task_id, role, origin from assignment where member_id = $1',
    [memberId],
  );
  return rows;
}

test('somebody joins with the role of the invitation and is signed in', async () => {
  const account = await anAccount(server);
  const { email, token } = await anInvitation(account, 'supervisor');
  const reply = await server.app.inject({
    method: 'POST',
    url: `/api/invitation-links/${token}/accept`,
    payload: mia,
  });
  const me = reply.json();
  expect(me).toMatchObject({
    name: 'Mia',
    email,
    role: 'supervisor',
    zone: 'Europe/Vienna',
    account: { id: account.id },
  });
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
  expect(await server.askWith({ cookie })(readMe)).toEqual(me);
  const { members } = await account.administrator.ask(listMembers);
  expect(members.map(({ name }) => name)).toEqual(['Mia', 'Robin']);
  expect((await account.administrator.ask(listInvitations)).invitations).toEqual([]);
});

test('a link works once, also when used twice at the same instant', async () => {
  const account = await anAccount(server);
  const { token } = await anInvitation(account);
  const join = async () => server.ask(acceptInvitation, { params: { token }, body: mia });
  const answers = await Promise.allSettled([join(), join()]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(join())).toMatchObject({ code: 'link-expired', status: 410 });
  expect((await account.administrator.ask(listMembers)).members).toHaveLength(2);
});

test('an expired and a made-up link are refused', async () => {
  const account = await anAccount(server);
  const { token } = await anInvitation(account);
  server.clock.advance({ days: 14 });
  for (const wrong of [token, 'x'.repeat(43)]) {
    const refused = await refusalOf(
      server.ask(acceptInvitation, { params: { token: wrong }, body: mia }),
    );
    expect(refused.code).toBe('link-expired');
  }
});

test('a short password is refused and leaves the link and nothing else', async () => {
  const account = await anAccount(server);
  const { email, token } = await anInvitation(account);
  const short = { ...mia, password: 'too short' };
  const refused = await refusalOf(server.ask(acceptInvitation, { params: { token }, body: short }));
  expect(refused.code).toBe('password-too-short');
  const me = await server.ask(acceptInvitation, { params: { token }, body: mia });
  expect(me.email).toBe(email);
});

test('somebody who signs in elsewhere with that address is refused, and the link stays', async () => {
  const account = await anAccount(server);
  const { email, token } = await anInvitation(account);
  await aMember(await anAccount(server), { email });
  const refused = await refusalOf(server.ask(acceptInvitation, { params: { token }, body: mia }));
  expect(refused).toMatchObject({ code: 'email-taken', status: 409 });
  expect((await account.administrator.ask(listInvitations)).invitations).toMatchObject([{ email }]);
});

test('who joins is assigned at once where the provider’s rule assigns everybody, and nowhere else', async () => {
  const { database } = server;
  const { db } = database;
  const [some] = server.house.providers.values();
  if (some === undefined) throw new Error('there is no provider to make others from');
  const providers = new Map(
    (['everyone-to-root', 'none'] as const).map((members) => [
      members,
      { ...some, id: members, assigns: { owner: 'root', members } as const },
    ]),
  );
  const account = await anAccount(await aServer({ database, house: { providers } }));
  const { ask } = account.server;
  const roots = [];
  for (const id of providers.keys()) {
    const imported = await anIntegration(account, 'active', id);
    const root = await aTask(account, { imported, kind: 'root' });
    await db
      .updateTable('integration')
      .set({ root_task_id: root })
      .where('id', '=', imported)
      .execute();
    roots.push(root);
  }
  const first = await anInvitation(account);
  const joined = await ask(acceptInvitation, { params: { token: first.token }, body: mia });
  expect(await assignmentsOf(joined.memberId)).toEqual([
    { task_id: roots[0], role: 'regular-user', origin: 'rule' },
  ]);
  await db
    .updateTable('integration')
    .set({ state: 'unlinked' })
    .where('account_id', '=', account.id)
    .execute();
  const second = await anInvitation(account);
  const later = await ask(acceptInvitation, { params: { token: second.token }, body: mia });
  expect(await assignmentsOf(later.memberId)).toEqual([]);
});
