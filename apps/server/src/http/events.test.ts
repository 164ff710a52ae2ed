import { newId } from '@timegrove/contract/new-id.ts';
import { news, newsPath, type News } from '@timegrove/contract/news.ts';
import { addTask } from '@timegrove/contract/tasks.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
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
  void (async () => {
    for await (const part of reply.body ?? []) {
      const text = new TextDecoder().decode(part);
      welcomed ||= text.includes('event: resync');
      for (const [, data] of text.matchAll(/event: news\ndata: (.*)\n/g))
        heard.push(news.parse(JSON.parse(data ?? '')));
    }
  })().catch(() => {});
  const until: Hearing['until'] = async (reached) =>
    expect.poll(() => reached(heard), { timeout: 5000, interval: 5 }).toBe(true);
  await expect.poll(() => welcomed).toBe(true);
  return { heard, until };
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
});
