import { invite, listMails } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeMe, requestPasswordReset, signIn } from '@timegrove/contract/session.ts';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { expect, test } from 'vitest';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';
import { mailWords } from './words/mail-words.ts';

const server = await aServer();

async function lastMail(account: TestAccount) {
  const { mails } = await account.administrator.ask(listMails);
  return mails[0];
}

test.each<[Language, string, string]>([
  ['en', 'A new password for Timegrove', 'Hello Kim,'],
  ['de', 'Ein neues Passwort für Timegrove', 'Guten Tag, Kim,'],
  ['pl', 'Nowe hasło do Timegrove', 'Dzień dobry, Kim,'],
])('a member who reads %s is written to in it', async (language, subject, greeting) => {
  const account = await anAccount(server);
  const kim = await aMember(account, { name: 'Kim' });
  await kim.ask(changeMe, { body: { language } });
  const ask = server.askWith({ 'accept-language': 'fr' });
  await ask(requestPasswordReset, { body: { email: kim.email } });
  const mail = await lastMail(account);
  expect(mail?.subject).toBe(subject);
  expect(mail?.text).toContain(greeting);
  expect(mail?.text).toContain(mailWords[language].sentBy('http://timegrove.test'));
});

test('a member who chose none is written to as the browser asks', async () => {
  const account = await anAccount(server);
  const kim = await aMember(account);
  const ask = server.askWith({ 'accept-language': 'pl-PL,pl;q=0.9' });
  await ask(requestPasswordReset, { body: { email: kim.email } });
  expect((await lastMail(account))?.subject).toBe('Nowe hasło do Timegrove');
});

test('where no browser asks, the one that was signed in with last counts', async () => {
  const account = await anAccount(server);
  const kim = await aMember(account);
  const { email, password } = kim;
  await server.askWith({ 'accept-language': 'de-AT' })(signIn, { body: { email, password } });
  await server.ask(requestPasswordReset, { body: { email } });
  expect((await lastMail(account))?.subject).toBe('Ein neues Passwort für Timegrove');
});

test('an invitation is written as the inviter reads', async () => {
  const account = await anAccount(server);
  const { administrator } = account;
  await administrator.ask(changeMe, { body: { language: 'de' } });
  const body = { id: newId<'invitation'>(), email: 'mia@example.org', role: 'user' as const };
  await administrator.ask(invite, { body });
  expect((await lastMail(account))?.subject).toMatch(/lädt Sie zu .* auf Timegrove ein$/);
});

test('every language tells all that the mail is about, in words of its own', () => {
  const told = { inviter: 'INVITER', account: 'ACCOUNT', name: 'NAME', vendor: 'VENDOR' };
  const reasons = { reason: 'REASON', reenables: 'new-credential' } as const;
  const letters = languages.map((language) => {
    const words = mailWords[language];
    const all = [
      words.invitation(told),
      words.newPassword(told),
      words.credentialRefused({ ...told, ...reasons }),
      words.credentialRefused({ ...told, ...reasons, reenables: 'by-unlinking' }),
    ];
    return all.map((letter) => JSON.stringify(letter));
  });
  for (const [invitation, newPassword, refused] of letters) {
    expect(invitation).toMatch(/INVITER.*ACCOUNT/);
    expect(newPassword).toContain('NAME');
    expect(refused).toMatch(/VENDOR.*REASON/);
  }
  const sentences = letters.flat();
  expect(new Set(sentences).size).toBe(sentences.length);
});
