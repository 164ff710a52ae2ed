import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { VendorRefusal } from '@timegrove/domain/provider.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { createBudget } from './budget.ts';
import { createHttp } from './http.ts';
import type { HttpOptions } from './http.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const now = new Date('2026-03-01T10:00:00Z');
const secret = 'tok-1234567890';
const headers = { authorization: `Bearer ${secret}` };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function vendor(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`;
}

function http(baseUrl: string, more: Partial<HttpOptions> = {}) {
  return createHttp({
    baseUrl,
    budget: createBudget({ requests: 50, seconds: 60, pauseSeconds: 180 }),
    fetch,
    now: () => now,
    sleep: () => Promise.resolve(),
    timeoutSeconds: 20,
    ...more,
  });
}

async function failureOf(sending: Promise<unknown>) {
  const error: unknown = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderFailure)) throw new Error(`no provider failure: ${String(error)}`);
  return error.failure;
}

const answer =
  (status: number, body: string, more: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(body);

const moved: Handler = (_, response) => response.writeHead(302, { location: '/api/new' }).end();

/** Answers with each of the handlers in turn, the last one from then on. */
function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (request, response) => {
    handlers[Math.min(turn, handlers.length - 1)]?.(request, response);
    turn += 1;
  };
}

describe('a good answer', () => {
  it('comes with its body parsed, its headers in lower case, and is counted', async () => {
    const seen: string[] = [];
    const url = await vendor((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      answer(200, '[1,2]', { 'X-Page': '3' })(request, response);
    });
    const client = http(url);
    const reply = await client.send({ path: '/tasks', query: { page: 2, sort: 'id' }, headers });
    expect(reply.body).toEqual([1, 2]);
    expect(reply.headers['x-page']).toBe('3');
    expect(seen).toEqual([`GET /api/tasks?page=2&sort=id Bearer ${secret}`]);
    expect(client.spent()).toEqual({ requests: 1, pages: 1 });
  });

  it('may be empty', async () => {
    const url = await vendor((_, response) => response.writeHead(204).end());
    expect(await http(url).send({ path: '/x' })).toMatchObject({ status: 204, body: undefined });
  });

  it('to a form is asked for as a form', async () => {
    const url = await vendor((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => response.end(JSON.stringify([request.method, body])));
    });
    const reply = await http(url).send({ method: 'POST', path: '/t', form: { a: 'b c' } });
    expect(reply.body).toEqual(['POST', 'a=b+c']);
  });
});

describe('passing faults', () => {
  it.each<[string, Handler]>([
    ['a 500', answer(500, '{}')],
    ['a broken connection', (request) => request.socket.destroy()],
    ['a cut-off body', answer(200, '[{"name":"a ] b')],
    [
      'a body shorter than it said',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('[1,', () => response.destroy());
      },
    ],
  ])('%s is tried again', async (_, fault) => {
    const client = http(await vendor(inTurn(fault, fault, answer(200, '[]'))));
    expect((await client.send({ path: '/tasks' })).body).toEqual([]);
    expect(client.spent()).toEqual({ requests: 3, pages: 1 });
  });

  it('an answer that does not come in time is tried again', async () => {
    const url = await vendor(inTurn(() => {}, answer(200, '[]')));
    const client = http(url, { timeoutSeconds: 0.5 });
    expect((await client.send({ path: '/tasks' })).body).toEqual([]);
    expect(client.spent().requests).toBe(2);
  });

  it('end after three tries, with growing waits between them', async () => {
    const waits: number[] = [];
    const sleep = (wait: number) => Promise.resolve(void waits.push(wait));
    const client = http(await vendor(answer(502, '<html>')), { sleep, random: () => 0.5 });
    expect(await failureOf(client.send({ path: '/tasks' }))).toEqual({
      word: 'unreachable',
      reason: 'GET /tasks was answered with status 502',
    });
    expect(waits).toEqual([500, 1000]);
    expect(client.spent().requests).toBe(3);
  });

  it('do not send a sign-in twice', async () => {
    const client = http(await vendor(answer(500, '')));
    await failureOf(client.send({ method: 'POST', path: '/token', form: { password: 'x' } }));
    expect(client.spent().requests).toBe(1);
  });
});

describe('refusals', () => {
  it.each<[number, string, unknown]>([
    [
      401,
      '{"error":{"message":"Invalid credentials"}}',
      { word: 'unauthorized', reason: 'Invalid credentials' },
    ],
    [
      403,
      '"Incorrect username and/or password"',
      { word: 'unauthorized', reason: 'Incorrect username and/or password' },
    ],
    [
      403,
      '<html>Blocked</html>',
      { word: 'unreachable', reason: 'a proxy on the way refused GET /x (403)' },
    ],
    [
      404,
      '{"errors":[{"message":"Project with ID 318 not found","status":404}]}',
      { word: 'gone', reason: 'Project with ID 318 not found' },
    ],
    [410, '', { word: 'gone', reason: 'GET /x was answered with status 410' }],
    [
      400,
      '{"message":"Bad page"}',
      { word: 'changed-shape', path: 'GET /x (status 400: Bad page)' },
    ],
    [429, '', { word: 'rate-limited', until: new Date(now.getTime() + 180_000) }],
  ])('%i %s is one of the five words, at once', async (status, body, failure) => {
    const client = http(await vendor(answer(status, body)));
    expect(await failureOf(client.send({ path: '/x' }))).toEqual(failure);
    expect(client.spent().requests).toBe(1);
  });

  it.each([
    ['7', new Date(now.getTime() + 7000)],
    ['Sun, 01 Mar 2026 10:05:00 GMT', new Date('2026-03-01T10:05:00Z')],
  ])(
    'Retry-After %s says how long to stay away, and nothing is sent until then',
    async (value, until) => {
      const client = http(await vendor(answer(429, '', { 'Retry-After': value })));
      expect(await failureOf(client.send({ path: '/x' }))).toEqual({ word: 'rate-limited', until });
      expect(await failureOf(client.send({ path: '/x' }))).toEqual({ word: 'rate-limited', until });
      expect(client.spent().requests).toBe(1);
    },
  );

  it('can be explained by the provider, and a pause it names holds', async () => {
    const until = new Date(now.getTime() + 9000);
    const explain = (refusal: VendorRefusal) =>
      refusal.status === 402 && refusal.path === '/x'
        ? { word: 'rate-limited' as const, until }
        : undefined;
    const client = http(await vendor(answer(402, 'quota')), { explain });
    expect((await failureOf(client.send({ path: '/y' }))).word).toBe('changed-shape');
    await failureOf(client.send({ path: '/x' }));
    await failureOf(client.send({ path: '/x' }));
    expect(client.spent().requests).toBe(2);
  });

  it('never repeat the credential that the vendor echoes', async () => {
    const url = await vendor(answer(401, `{"message":"bad token ${secret} for mia:hunter22"}`));
    const basic = `Basic ${Buffer.from('mia-user:hunter22').toString('base64')}`;
    const failures = [
      await failureOf(http(url).send({ path: '/x', headers })),
      await failureOf(http(url).send({ path: '/x', headers: { Authorization: basic } })),
      await failureOf(http(url).send({ path: '/x', query: { access_token: secret } })),
      await failureOf(
        http(url).send({ method: 'POST', path: '/x', form: { password: 'hunter22' } }),
      ),
    ];
    expect(JSON.stringify([failures[0], failures[2]])).not.toContain(secret);
    expect(JSON.stringify([failures[1], failures[3]])).not.toContain('hunter22');
  });
});

describe('answers that are no data', () => {
  it('a web page means that something stands in the way', async () => {
    const client = http(await vendor(answer(200, '<!doctype html><p>Sign in</p>')));
    expect(await failureOf(client.send({ path: '/x' }))).toMatchObject({ word: 'unreachable' });
    expect(client.spent().requests).toBe(1);
  });

  it('text that is no JSON is an unknown form', async () => {
    const client = http(await vendor(answer(200, 'all good')));
    expect(await failureOf(client.send({ path: '/x' }))).toEqual({
      word: 'changed-shape',
      path: 'GET /x (not JSON)',
    });
  });

  it('a body without end is given up', { timeout: 20_000 }, async () => {
    const part = Buffer.alloc(1024 * 1024, 32);
    const url = await vendor((_, response) => {
      const more = () => void (response.writable && response.write(part, more));
      more();
    });
    const client = http(url);
    expect(await failureOf(client.send({ path: '/x' }))).toEqual({
      word: 'unreachable',
      reason: 'GET /x: the answer is larger than 64 MB',
    });
    expect(client.spent().requests).toBe(1);
  });
});

describe('redirects', () => {
  it('are followed within the vendor', async () => {
    const client = http(await vendor(inTurn(moved, answer(200, '[7]'))));
    expect((await client.send({ path: '/old', headers })).body).toEqual([7]);
    expect(client.spent().requests).toBe(2);
  });

  it('never carry the credential to another origin', async () => {
    let reached = 0;
    const elsewhere = await vendor((_, response) => {
      reached += 1;
      response.end('[]');
    });
    const url = await vendor((_, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    expect(await failureOf(http(url).send({ path: '/x', headers }))).toMatchObject({
      word: 'unreachable',
    });
    expect(reached).toBe(0);
  });

  it('and ids cannot lead out of the API', async () => {
    const client = http(await vendor(answer(200, '[]')));
    expect(await failureOf(client.send({ path: '/../admin' }))).toMatchObject({
      word: 'unreachable',
    });
    expect(client.spent().requests).toBe(0);
  });
});

describe('the budget', () => {
  it('makes requests wait, and ends the run where the wait would be long', async () => {
    const url = await vendor(answer(200, '[]'));
    const clock = { time: now.getTime() };
    const timed = (seconds: number) =>
      http(url, {
        budget: createBudget({ requests: 2, seconds, pauseSeconds: 1 }),
        now: () => new Date(clock.time),
        sleep: (wait) => Promise.resolve(void (clock.time += wait)),
      });
    const quick = timed(60);
    for (let sent = 0; sent < 3; sent += 1) await quick.send({ path: '/x' });
    expect(clock.time - now.getTime()).toBe(61_000);
    const slow = timed(3600);
    for (let sent = 0; sent < 2; sent += 1) await slow.send({ path: '/x' });
    expect(await failureOf(slow.send({ path: '/x' }))).toMatchObject({ word: 'rate-limited' });
  });

  it('listens to what the vendor says is left', async () => {
    const url = await vendor(answer(200, '[]', { 'x-left': '0' }));
    const until = new Date(now.getTime() + 60_000);
    const client = http(url, { quota: (headers) => ({ left: Number(headers['x-left']), until }) });
    await client.send({ path: '/x' });
    expect(await failureOf(client.send({ path: '/x' }))).toEqual({ word: 'rate-limited', until });
  });
});

it('ends with the reason of whoever calls the run off', async () => {
  const off = new AbortController();
  const url = await vendor(() => off.abort(new Error('called off')));
  await expect(http(url, { signal: off.signal }).send({ path: '/x' })).rejects.toThrow(
    'called off',
  );
});
