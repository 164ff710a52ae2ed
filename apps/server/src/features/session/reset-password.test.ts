import { listMails } from '@timegrove/contract/members.ts';
import {
  readMe,
  requestPasswordReset,
  resetPassword,
  signIn,
} from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

async function mailsTo(email: string): Promise<string[]> {
  const { mails } = await account.administrator.ask(listMails);
  return mails.filter(({ to }) => to === email).map(({ text }) => text);
}

async function tokenFor(email: string): Promise<string> {
  await server.ask(requestPasswordReset, { body: { email } });
  const [text = ''] = await mailsTo(email.toLowerCase());
  return /http:\/\/timegrove\.test\/reset-password\?token=([\w-]{43})\n/.exec(text)?.[1] ?? '';
}

async function durationOf(email: string): Promise<number> {
  const start = performance.now();
  await server.ask(requestPasswordReset, { body: { email } });
  return performance.now() - start;
}

test('the mailed link sets a new password, once, and ends all sessions', async () => {
  const member = await aMember(account);
  const token = await tokenFor(member.email.toUpperCase());
  expect(server.jobs.takeMails()).toHaveLength(1);
  const body = { token, password: 'a brand new one' };
  expect(await server.ask(resetPassword, { body })).toEqual({});
  expect(await refusalOf(member.ask(readMe))).toMatchObject({ code: 'session-needed' });
  const { email, password } = member;
  const before = await refusalOf(server.ask(signIn, { body: { email, password } }));
  expect(before.code).toBe('sign-in-refused');
  await server.ask(signIn, { body: { email, password: 'a brand new one' } });
  expect(await refusalOf(server.ask(resetPassword, { body }))).toMatchObject({
    code: 'link-expired',
    status: 410,
  });
});

test('of two who use one link at once, one succeeds', async () => {
  const { email } = await aMember(account);
  const token = await tokenFor(email);
  const tries = await Promise.allSettled(
    ['first password', 'second password'].map(async (password) =>
      server.ask(resetPassword, { body: { token, password } }),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a short password is refused and does not use the link up', async () => {
  const { email } = await aMember(account);
  const token = await tokenFor(email);
  const refused = await refusalOf(
    server.ask(resetPassword, { body: { token, password: 'too short' } }),
  );
  expect(refused).toMatchObject({ code: 'password-too-short', status: 422 });
  expect(await server.ask(resetPassword, { body: { token, password: 'long enough' } })).toEqual({});
});

test('a made-up token is refused', async () => {
  const body = { token: 'x'.repeat(43), password: 'long enough' };
  expect(await refusalOf(server.ask(resetPassword, { body }))).toMatchObject({
    code: 'link-expired',
  });
});

test('unknown and deactivated addresses get the same answer and no mail', async () => {
  const gone = await aMember(account, { active: false });
  server.jobs.takeMails();
  for (const email of ['nobody@example.org', gone.email]) {
    expect(await server.ask(requestPasswordReset, { body: { email } })).toEqual({});
    expect(await mailsTo(email)).toEqual([]);
  }
  expect(server.jobs.takeMails()).toEqual([]);
});

test('the answer takes the same time whether the address is known or not', async () => {
  const { email } = await aMember(account);
  expect(await durationOf(email)).toBeGreaterThan(245);
  expect(await durationOf('nobody@example.org')).toBeGreaterThan(245);
});
