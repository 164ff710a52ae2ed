import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { listMails } from '@timegrove/contract/members.ts';
import { requestPasswordReset, resetPassword } from '@timegrove/contract/session.ts';
import { afterEach, expect, test } from 'vitest';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';
import { openPost, PostFailure, type Post } from './post.ts';
import { findWaitingMails } from './find-waiting-mails.ts';
import { sendMail } from './send-mail.ts';

const server = await aServer();

interface Heard {
  from: string;
  to: string[];
  data: string;
}

interface Mailbox {
  readonly port: number;
  readonly heard: Heard[];
}

const opened: (Server | Post)[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A mail server on loopback that keeps what it hears; `answers` replaces the reply to a command. */
async function aMailServer(answers: Readonly<Record<string, string>> = {}): Promise<Mailbox> {
  const heard: Heard[] = [];
  const smtp = createServer((socket) => converse(socket, heard, answers));
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
  opened.push(smtp);
  return { port: portOf(smtp.address()), heard };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function converse(socket: Socket, heard: Heard[], answers: Readonly<Record<string, string>>): void {
  let mail: Heard = { from: '', to: [], data: '' };
  let inData = false;
  let left = '';
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (inData) {
      if (line !== '.') {
        mail.data += `${line}\n`;
        return;
      }
      inData = false;
      heard.push(mail);
      mail = { from: '', to: [], data: '' };
      say('250 kept');
      return;
    }
    const command = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    const other = answers[command];
    if (other !== undefined) return say(other);
    if (command === 'EHLO') return say('250-box\r\n250 AUTH PLAIN');
    if (command === 'AUTH') return say('235 welcome');
    if (command === 'MAIL') mail.from = line;
    if (command === 'RCPT') mail.to.push(line);
    if (command === 'DATA') inData = true;
    return say(command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok');
  };
  say('220 box');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    left += String(chunk);
    const lines = left.split('\r\n');
    left = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}

function aPost(port: number): Post {
  const post = openPost({
    smtp: `smtp://clerk:s3cret@127.0.0.1:${port}`,
    from: 'Timegrove <timegrove@example.org>',
  });
  opened.push(post);
  return post;
}

function deskWith(post: Post | null) {
  return { db: server.database.db, post, now: server.clock.now };
}

async function aWaitingMail(name = 'Mia') {
  const account = await anAccount(server);
  const member = await aMember(account, { name });
  await server.ask(requestPasswordReset, { body: { email: member.email } });
  const [mail] = server.jobs.takeMails();
  if (mail === undefined) throw new Error('no mail was written');
  const outbox = async () => (await account.administrator.ask(listMails)).mails[0];
  return { mail, member, outbox };
}

test('a mail goes out once, in both forms, and the secret in its link is forgotten', async () => {
  const { port, heard } = await aMailServer();
  const { mail, member, outbox } = await aWaitingMail();
  expect(await outbox()).toMatchObject({ to: member.email, sentAt: null, failure: null });
  const post = aPost(port);
  expect(await sendMail(deskWith(post), mail)).toBe('sent');
  expect(await sendMail(deskWith(post), mail)).toBe('sent');
  expect(heard).toHaveLength(1);
  const [{ from, to, data } = { from: '', to: [], data: '' }] = heard;
  expect(from).toContain('<timegrove@example.org>');
  expect(to).toEqual([`RCPT TO:<${member.email}>`]);
  expect(data).toMatch(/^Subject: A new password for Timegrove$/m);
  expect(data).toContain(`<${mail.mailId}@timegrove>`);
  expect(data).toContain('text/plain');
  expect(data).toContain('text/html');
  const sent = await outbox();
  expect(sent?.sentAt).toBe(server.clock.now().toISOString());
  expect(sent?.text).toMatch(/reset-password\?token=[\w-]{4}…\n/);
});

test('the link that was mailed works, before the secret is forgotten here and after', async () => {
  const { port, heard } = await aMailServer();
  const { mail } = await aWaitingMail();
  await sendMail(deskWith(aPost(port)), mail);
  const plain = (heard[0]?.data ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
  const token = /token=([\w-]{43})/.exec(plain)?.[1] ?? '';
  expect(await server.ask(resetPassword, { body: { token, password: 'long enough' } })).toEqual({});
});

test('without a mail server the mail is kept with its link, for the Outbox', async () => {
  const { mail, outbox } = await aWaitingMail();
  expect(await sendMail(deskWith(null), mail)).toBe('kept');
  const kept = await outbox();
  expect(kept).toMatchObject({ sentAt: null, failure: null });
  expect(kept?.text).toMatch(/token=[\w-]{43}\n/);
});

test.each([
  [
    'AUTH',
    '535 no: clerk s3cret',
    'The mail server refused the name or the password in TIMEGROVE_SMTP (535).',
  ],
  ['RCPT', '550 nobody here', 'The mail server refused the mail (550).'],
  ['DATA', '554 no, s3cret', 'The mail server refused the mail (554).'],
])(
  'a refusal of %s is noted without a secret and tried again later',
  async (command, answer, failure) => {
    const refusing = await aMailServer({ [command]: answer });
    const { mail, outbox } = await aWaitingMail();
    await expect(sendMail(deskWith(aPost(refusing.port)), mail)).rejects.toThrow(PostFailure);
    expect(await outbox()).toMatchObject({ sentAt: null, failure });
    const working = await aMailServer();
    expect(await sendMail(deskWith(aPost(working.port)), mail)).toBe('sent');
    expect(await outbox()).toMatchObject({ failure: null });
  },
);

test('a mail server that is not there is said in a sentence', async () => {
  const closed = await aMailServer();
  for (const one of opened.splice(0)) one.close();
  const { mail, outbox } = await aWaitingMail();
  await expect(sendMail(deskWith(aPost(closed.port)), mail)).rejects.toThrow(PostFailure);
  expect(await outbox()).toMatchObject({ failure: 'The mail server cannot be reached.' });
});

test('a name with line breaks adds no header and no receiver', async () => {
  const { port, heard } = await aMailServer();
  const { mail, member } = await aWaitingMail('Eve\r\nBcc: all@example.org\r\n\r\n<b>hi</b>');
  await sendMail(deskWith(aPost(port)), mail);
  expect(heard[0]?.to).toEqual([`RCPT TO:<${member.email}>`]);
  const headers = (heard[0]?.data ?? '').split('\n\n')[0] ?? '';
  expect(headers).not.toMatch(/^bcc:/im);
  const html = (heard[0]?.data ?? '').split('<!doctype html>')[1];
  expect(html).toContain('&lt;b&gt;hi&lt;/b&gt;');
  expect(html).not.toContain('<b>');
});

test('a mail of another account is not found under this one', async () => {
  const { port, heard } = await aMailServer();
  const one = await aWaitingMail();
  const other = await aWaitingMail();
  const crossed = { accountId: one.mail.accountId, mailId: other.mail.mailId };
  await sendMail(deskWith(aPost(port)), crossed);
  expect(heard).toEqual([]);
});

test('while one sends a mail, others let it be', async () => {
  const { mail } = await aWaitingMail();
  const arrived = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  let sent = 0;
  const slow: Post = {
    send: async () => {
      sent += 1;
      arrived.resolve();
      await taken.promise;
    },
    close: () => {},
  };
  const first = sendMail(deskWith(slow), mail);
  await arrived.promise;
  expect(await sendMail(deskWith(slow), mail)).toBe('busy');
  taken.resolve();
  expect(await first).toBe('sent');
  expect(await sendMail(deskWith(slow), mail)).toBe('sent');
  expect(sent).toBe(1);
});

test('the sweep finds what nobody tried after a minute, and never what is sent', async () => {
  const { port } = await aMailServer();
  const untried = await aWaitingMail();
  const sent = await aWaitingMail();
  await sendMail(deskWith(aPost(port)), sent.mail);
  const found = async () => findWaitingMails(server.database.db, server.clock.now(), 100);
  expect(await found()).not.toContainEqual(untried.mail);
  for (const minutes of [1, 2, 60 * 24]) {
    server.clock.advance({ minutes });
    expect(await found()).toContainEqual(untried.mail);
    expect(await found()).not.toContainEqual(sent.mail);
  }
  server.clock.advance({ days: 3 });
  expect(await found()).not.toContainEqual(untried.mail);
});

test('the sweep tries a mail that failed at doubling intervals', async () => {
  const { port } = await aMailServer({ RCPT: '550 nobody here' });
  const { mail } = await aWaitingMail();
  await expect(sendMail(deskWith(aPost(port)), mail)).rejects.toThrow(PostFailure);
  const triedAt = [];
  for (let minute = 1; minute <= 70; minute += 1) {
    server.clock.advance({ minutes: 1 });
    const waiting = await findWaitingMails(server.database.db, server.clock.now(), 100);
    if (waiting.some(({ mailId }) => mailId === mail.mailId)) triedAt.push(minute);
  }
  expect(triedAt).toEqual([1, 2, 4, 8, 16, 32, 64]);
});
