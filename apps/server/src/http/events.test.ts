import { once } from 'node:events';
import { connect } from 'node:net';
import { changeMember } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { news, newsPath, type News } from '@timegrove/contract/news.ts';
import { addTask } from '@timegrove/contract/tasks.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { newsChannel } from '../database/transaction.ts';
import { aServer, type TestServer } from '../testing/server.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../testing/world.ts';

let one: TestServer;
let two: TestServer;
let account: TestAccount;

beforeAll(async () => {
  one = await aServer();
  two = await aServer({ database: one.database });
  await one.app.listen({ port: 0, host: '127.0.0.1' });
  await two.app.listen({ port: 0, host: '127.0.0.1' });
  account = await anAccount(one);
});

interface Hearing {
  readonly heard: News[];
  /** Whether the server has ended the stream. */
  readonly ended: () => boolean;
  readonly until: (reached: (heard: readonly News[]) => boolean) => Promise<void>;
}

/** Listens to the news of a server as a browser does. */
async function listening(server: TestServer, person: Person): Promise<Hearing> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const reply = await fetch(server.app.listeningOrigin + newsPath, {
    headers: { cookie: person.cookie },
    signal: stop.signal,
  });
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  const heard: News[] = [];
  let welcomed = false;
  let ended = false;
  void (async () => {
    for await (const part of reply.body ?? []) {
      const text = new TextDecoder().decode(part);
      welcomed ||= text.includes('event: resync');
      for (const [, data] of text.matchAll(/event: news\ndata: (.*)\n/g))
        heard.push(news.parse(JSON.parse(data ?? '')));
    }
    ended = true;
  })().catch(() => {});
  const until: Hearing['until'] = async (reached) =>
    expect.poll(() => reached(heard), { timeout: 5000, interval: 5 }).toBe(true);
  await expect.poll(() => welcomed).toBe(true);
  return { heard, until, ended: () => ended };
}

async function starts(person: Person): Promise<void> {
  await person.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' } });
}

describe('news', () => {
  it('needs a session', async () => {
    expect((await one.app.inject(newsPath)).statusCode).toBe(401);
  });

  it('of a started timer reaches the same member through another server process', async () => {
    const member = await aMember(account);
    const { until } = await listening(two, member);
    await starts(member);
    await until((heard) => heard.some(({ topic }) => topic === 'timer'));
  });

  it('of a timer does not reach other members, and none of it another account', async () => {
    const member = await aMember(account);
    const colleague = await listening(two, await aMember(account));
    const stranger = await listening(two, (await anAccount(one)).administrator);
    await starts(member);
    await account.administrator.ask(addTask, {
      body: { id: newId<'task'>(), parentId: null, name: 'A project' },
    });
    await colleague.until((heard) => heard.some(({ topic }) => topic === 'tasks'));
    expect(colleague.heard.map(({ topic }) => topic)).not.toContain('timer');
    expect(stranger.heard).toEqual([]);
  });

  it('is not told of a write that was refused', async () => {
    const member = await aMember(account);
    const { heard, until } = await listening(one, member);
    await member
      .ask(startTimer, { body: { id: newId<'entry'>(), taskId: newId<'task'>(), zone: 'UTC' } })
      .catch(() => {});
    await starts(member);
    await until((all) => all.length > 0);
    expect(heard.filter(({ topic }) => topic === 'timer')).toHaveLength(1);
  });

  it('ends for a member who is changed, who then has to pass the door again', async () => {
    const member = await aMember(account);
    const colleague = await listening(two, await aMember(account));
    const stream = await listening(two, member);
    const { ask } = account.administrator;
    const params = { memberId: member.memberId };
    await ask(changeMember, { params, body: { role: 'supervisor' } });
    await expect.poll(stream.ended).toBe(true);
    const again = await listening(two, member);
    await ask(changeMember, { params, body: { active: false } });
    await expect.poll(again.ended).toBe(true);
    const { cookie } = member;
    expect((await two.app.inject({ url: newsPath, headers: { cookie } })).statusCode).toBe(401);
    await colleague.until((heard) => heard.some(({ id }) => id === member.memberId));
    expect(colleague.ended()).toBe(false);
  });

  it('goes on after something on the channel that is no news', async () => {
    const member = await aMember(account);
    const { heard, until } = await listening(two, member);
    const wrong = ['', '{', '7', '{"topic":"timer"}', `{"accountId":"${account.id}","topic":"x"}`];
    for (const payload of wrong) {
      await one.database.pool.query('select pg_notify($1, $2)', [newsChannel, payload]);
    }
    await starts(member);
    await until((all) => all.some(({ topic }) => topic === 'timer'));
    expect(heard.every(({ topic }) => ['timer', 'entries'].includes(topic))).toBe(true);
  });

  it('drops a client that does not read, and forgets one that is gone', async () => {
    const [slow, quick] = [await aMember(account), await aMember(account)];
    const { port } = new URL(two.app.listeningOrigin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `GET ${newsPath} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${slow.cookie}\r\n\r\n`,
    );
    await once(socket, 'data');
    socket.pause();
    const good = await listening(two, quick);
    const piece = { accountId: account.id, memberId: slow.memberId, topic: 'timer' };
    const payload = JSON.stringify({ ...piece, id: 'x'.repeat(50_000) });
    const pieces = 400;
    for (let sent = 0; sent < pieces; sent += 1) {
      two.news.deliver(payload);
      await new Promise((resolve) => setImmediate(resolve));
    }
    let received = 0;
    socket.on('data', (part) => (received += part.length));
    socket.resume();
    await once(socket, 'close');
    expect(received).toBeLessThan((pieces / 2) * 50_000);
    two.news.deliver(payload);
    await starts(quick);
    await good.until((heard) => heard.some(({ topic }) => topic === 'timer'));
  });
});
