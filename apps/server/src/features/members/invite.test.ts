import { listAudit } from '@timegrove/contract/audit.ts';
import {
  invite,
  listInvitations,
  listMails,
  readInvitation,
  resendInvitation,
  revokeInvitation,
} from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

const server = await aServer();

function invited(email: string) {
  return { body: { id: newId<'invitation'>(), email, role: 'user' as const } };
}

async function tokensTo(account: TestAccount, email: string): Promise<string[]> {
  const { mails } = await account.administrator.ask(listMails);
  return mails
    .filter(({ to }) => to === email)
    .map(({ text }) => /timegrove\.test\/join\/([\w-]{43})\n/.exec(text)?.[1] ?? 'no link');
}

test('all of it needs a session and an administrator', async () => {
  const account = await anAccount(server);
  const one = { params: { invitationId: newId<'invitation'>() } };
  const supervisor = await aMember(account, { role: 'supervisor' });
  for (const [ask, code] of [
    [server.ask, 'session-needed'],
    [supervisor.ask, 'right-needed'],
  ] as const) {
    expect((await refusalOf(ask(listInvitations))).code).toBe(code);
    expect((await refusalOf(ask(invite, invited('mia@example.org')))).code).toBe(code);
    expect((await refusalOf(ask(resendInvitation, one))).code).toBe(code);
    expect((await refusalOf(ask(revokeInvitation, one))).code).toBe(code);
    expect((await refusalOf(ask(listMails))).code).toBe(code);
  }
});

test('an invitation is listed, mailed, and its link says what it is for', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  server.jobs.takeMails();
  const given = invited(' Mia@Example.ORG '.trim());
  const invitation = await ask(invite, given);
  expect(invitation).toEqual({
    id: given.body.id,
    email: 'mia@example.org',
    role: 'user',
    invitedBy: 'Robin',
    invitedAt: '2026-03-02T09:00:00.000Z',
    expiresAt: '2026-03-16T09:00:00.000Z',
    expired: false,
  });
  expect((await ask(listInvitations)).invitations).toEqual([invitation]);
  expect(server.jobs.takeMails()).toMatchObject([{ accountId: account.id }]);
  const [token = ''] = await tokensTo(account, 'mia@example.org');
  expect(await server.ask(readInvitation, { params: { token } })).toMatchObject({
    email: 'mia@example.org',
    invitedBy: 'Robin',
  });
  const stored = await server.database.db
    .selectFrom('invitation')
    .select('token_hash')
    .where('id', '=', given.body.id)
    .executeTakeFirstOrThrow();
  expect(stored.token_hash).toMatch(/^[0-9a-f]{64}$/);
});

test('asking again with the same id changes nothing and mails nothing', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const given = invited('mia@example.org');
  const first = await ask(invite, given);
  server.clock.advance({ minutes: 1 });
  expect(await ask(invite, given)).toEqual(first);
  expect(await tokensTo(account, 'mia@example.org')).toHaveLength(1);
  const other = { body: { ...given.body, email: 'noa@example.org' } };
  expect(await refusalOf(ask(invite, other))).toMatchObject({ code: 'id-taken', status: 409 });
});

test('a member, also a deactivated one, and somebody already invited are refused', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const member = await aMember(account, { active: false });
  expect(await refusalOf(ask(invite, invited(member.email.toUpperCase())))).toMatchObject({
    code: 'invitation-for-member',
    status: 409,
  });
  await ask(invite, invited('mia@example.org'));
  expect(await refusalOf(ask(invite, invited('MIA@example.org')))).toMatchObject({
    code: 'invitation-exists',
    message: 'mia@example.org is already invited.',
  });
});

test('two administrators who invite one person at once write one invitation and one mail', async () => {
  const account = await anAccount(server);
  const second = await aMember(account, { role: 'administrator' });
  const answers = await Promise.allSettled([
    account.administrator.ask(invite, invited('mia@example.org')),
    second.ask(invite, invited('mia@example.org')),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await tokensTo(account, 'mia@example.org')).toHaveLength(1);
});

test('the same person can be invited by two accounts', async () => {
  const one = await anAccount(server);
  const two = await anAccount(server);
  const given = invited('mia@example.org');
  await one.administrator.ask(invite, given);
  expect(await two.administrator.ask(invite, given)).toMatchObject({ email: 'mia@example.org' });
});

test('an expired invitation is shown as such and makes room for a new one', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  await ask(invite, invited('mia@example.org'));
  const [token = ''] = await tokensTo(account, 'mia@example.org');
  server.clock.advance({ days: 14 });
  expect((await ask(listInvitations)).invitations).toMatchObject([{ expired: true }]);
  expect(await refusalOf(server.ask(readInvitation, { params: { token } }))).toMatchObject({
    code: 'link-expired',
    status: 410,
  });
  const again = await ask(invite, invited('mia@example.org'));
  expect((await ask(listInvitations)).invitations).toEqual([again]);
});

test('sending again makes a fresh link for fourteen days and ends the old one', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const given = invited('mia@example.org');
  const first = await ask(invite, given);
  server.clock.advance({ days: 20 });
  const params = { invitationId: given.body.id };
  const again = await ask(resendInvitation, { params });
  expect(again).toMatchObject({ id: first.id, invitedAt: first.invitedAt, expired: false });
  const [fresh = '', old = ''] = await tokensTo(account, 'mia@example.org');
  expect(await server.ask(readInvitation, { params: { token: fresh } })).toMatchObject({
    email: 'mia@example.org',
  });
  expect((await refusalOf(server.ask(readInvitation, { params: { token: old } }))).code).toBe(
    'link-expired',
  );
});

test('a revoked invitation is gone, its link ends, and the person can be invited anew', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const given = invited('mia@example.org');
  await ask(invite, given);
  const [token = ''] = await tokensTo(account, 'mia@example.org');
  const params = { invitationId: given.body.id };
  expect(await ask(revokeInvitation, { params })).toEqual({});
  expect((await ask(listInvitations)).invitations).toEqual([]);
  expect((await refusalOf(server.ask(readInvitation, { params: { token } }))).code).toBe(
    'link-expired',
  );
  expect((await refusalOf(ask(revokeInvitation, { params }))).code).toBe('not-found');
  expect((await refusalOf(ask(resendInvitation, { params }))).code).toBe('not-found');
  await ask(invite, invited('mia@example.org'));
});

test('another account’s invitation is not found', async () => {
  const account = await anAccount(server);
  const { ask } = (await anAccount(server)).administrator;
  const given = invited('mia@example.org');
  await account.administrator.ask(invite, given);
  const params = { invitationId: given.body.id };
  expect((await refusalOf(ask(resendInvitation, { params }))).code).toBe('not-found');
  expect((await refusalOf(ask(revokeInvitation, { params }))).code).toBe('not-found');
  expect((await ask(listInvitations)).invitations).toEqual([]);
  expect((await account.administrator.ask(listInvitations)).invitations).toHaveLength(1);
});

test('a bad address is refused', async () => {
  const { ask } = (await anAccount(server)).administrator;
  const refused = await refusalOf(ask(invite, invited('mia@example.org\r\nBcc: all@example.org')));
  expect(refused).toMatchObject({ code: 'input-invalid', field: 'body.email' });
});

test('inviting, inviting again and revoking are written down, a repeated request is not', async () => {
  const { ask } = (await anAccount(server)).administrator;
  const given = invited('mia@example.org');
  const params = { invitationId: given.body.id };
  for (const deed of [
    async () => ask(invite, given),
    async () => ask(invite, given),
    async () => ask(resendInvitation, { params }),
    async () => ask(revokeInvitation, { params }),
  ]) {
    await deed();
    server.clock.advance({ seconds: 1 });
  }
  const { audited } = await ask(listAudit, { query: { thing: 'invitation' } });
  expect(audited.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'revoked mia@example.org',
    'invited mia@example.org',
    'invited mia@example.org',
  ]);
});
