import { listMails } from '@timegrove/contract/members.ts';
import { expect, test } from 'vitest';
import { runTransaction } from '../../database/transaction.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { writeMail } from './write-mail.ts';

const server = await aServer();

async function write(account: TestAccount, subject: string): Promise<void> {
  server.jobs.takeMails();
  await runTransaction(server.database.db, async (db, { afterCommit }) => {
    const desk = { db, afterCommit, now: server.clock.now(), house: server.house };
    const letter = { language: 'en', subject, paragraphs: ['Hello.'] } as const;
    await writeMail(desk, { accountId: account.id, to: 'mia@example.org', ...letter });
    expect(server.jobs.takeMails()).toEqual([]);
  });
}

test('needs a session and an administrator', async () => {
  const account = await anAccount(server);
  const supervisor = await aMember(account, { role: 'supervisor' });
  expect((await refusalOf(server.ask(listMails))).code).toBe('session-needed');
  expect((await refusalOf(supervisor.ask(listMails))).code).toBe('right-needed');
});

test('a mail is woken for sending only once it is committed', async () => {
  const account = await anAccount(server);
  await write(account, 'First');
  expect(server.jobs.takeMails()).toMatchObject([{ accountId: account.id }]);
});

test('the Outbox shows the newest hundred mails of the own account, newest first', async () => {
  const account = await anAccount(server);
  await write(await anAccount(server), 'of another account');
  for (let number = 1; number <= 102; number += 1) {
    await write(account, `Mail ${number}`);
    server.clock.advance({ seconds: 1 });
  }
  const { configured, mails } = await account.administrator.ask(listMails);
  expect(configured).toBe(false);
  expect(mails).toHaveLength(100);
  expect([mails[0]?.subject, mails[99]?.subject]).toEqual(['Mail 102', 'Mail 3']);
});

test('it says whether a mail server is configured', async () => {
  const configured = await aServer({ house: { mailConfigured: true } });
  const account = await anAccount(configured);
  expect(await account.administrator.ask(listMails)).toEqual({ configured: true, mails: [] });
});
