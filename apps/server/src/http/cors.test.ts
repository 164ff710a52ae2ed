import { allEndpoints } from '@timegrove/contract/all.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe } from '@timegrove/contract/session.ts';
import { addToken } from '@timegrove/contract/tokens.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aConnection, type Asker } from '../testing/connection.ts';
import { refusalOf } from '../testing/refusal.ts';
import { aServer } from '../testing/server.ts';
import { aMember, anAccount, type Person } from '../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);
const page = 'https://host.example';
const hostile = 'https://hostile.example';
const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
let mia: Person;
let plugin: Asker;
let desk: Asker;

beforeAll(async () => {
  mia = await aMember(account);
  plugin = await aConnection(server, mia, 'native-plugin', page);
  desk = await aConnection(server, mia, 'desktop-app');
});

async function send(
  url: string,
  headers: Record<string, string>,
  method: 'GET' | 'OPTIONS' = 'GET',
) {
  const reply = await server.app.inject({ method, url, headers });
  const cors = Object.entries(reply.headers).filter(([name]) => name.startsWith('access-control'));
  return { status: reply.statusCode, cors: Object.fromEntries(cors), reply };
}

const state = '/api/native-plugin/state?note=x';

describe('a preflight', () => {
  it.each([page, hostile, extension, 'moz-extension://4790edab-f577-4b1c-9b1d-1f0f5f6f7f8f'])(
    'of %s is answered for any endpoint, never with cookies',
    async (origin) => {
      const asked = { origin, 'access-control-request-method': 'POST' };
      for (const url of ['/api/timers', '/api/no/such/thing']) {
        const { status, cors, reply } = await send(url, asked, 'OPTIONS');
        expect(status).toBe(204);
        expect(reply.headers.vary).toBe('origin');
        expect(cors).toEqual({
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
          'access-control-allow-headers':
            'authorization, content-type, idempotency-key, x-timegrove-member',
          'access-control-max-age': '7200',
        });
      }
    },
  );

  it.each(['null', 'file://', 'javascript:alert(1)', 'https://', ''])(
    'of “%s” allows nothing',
    async (origin) => {
      expect((await send('/api/timers', { origin }, 'OPTIONS')).cors).toEqual({});
    },
  );

  it('is for the API alone', async () => {
    const { status, cors } = await send('/healthz', { origin: page }, 'OPTIONS');
    expect([status, cors]).toEqual([404, {}]);
  });
});

describe('an answer', () => {
  it('to a page’s own token can be read by that page', async () => {
    const { status, cors, reply } = await send(state, plugin.headers);
    expect(status).toBe(200);
    expect(reply.headers.vary).toBe('origin');
    expect(cors).toEqual({
      'access-control-allow-origin': page,
      'access-control-expose-headers': 'retry-after, x-request-id',
    });
  });

  it('to a browser plugin can be read by it, also where its origin is not known', async () => {
    const { authorization } = desk.headers;
    const answer = await send('/api/me', { authorization: `${authorization}`, origin: extension });
    expect([answer.status, answer.cors['access-control-allow-origin']]).toEqual([200, extension]);
    expect((await send('/api/me', { authorization: `${authorization}` })).status).toBe(200);
  });

  it('of what is open to all can be read by all', async () => {
    const { cors } = await send(`/api/connections/${newId()}`, { origin: hostile });
    expect(cors['access-control-allow-origin']).toBe(hostile);
  });

  it('to a cookie can be read by nobody else, and nobody else can write with it', async () => {
    const { cookie } = mia;
    for (const origin of [page, hostile, extension, 'null']) {
      expect((await send('/api/me', { cookie, origin })).cors).toEqual({});
      const reply = await server.app.inject({
        method: 'POST',
        url: '/api/timers',
        headers: { cookie, origin },
        payload: { id: newId(), taskId: null, zone: 'UTC' },
      });
      expect(reply.json()).toMatchObject({ code: 'origin-refused' });
    }
  });
});

describe('the token of a page', () => {
  const elsewhere = { code: 'origin-not-allowed', status: 403 };

  it.each([hostile, 'https://host.example.evil.example', 'http://host.example', `${page}:8443`])(
    'cannot be used from %s, and not even be tried for its scopes',
    async (origin) => {
      const ask = server.askWith({ ...plugin.headers, origin });
      const refused = await refusalOf(ask(readMe));
      expect(refused).toMatchObject({ ...elsewhere, details: { origin } });
    },
  );

  it('hears no news', async () => {
    const { status, reply } = await send('/api/news', plugin.headers);
    expect([status, reply.json()['code']]).toEqual([403, 'token-scope-needed']);
  });

  it('cannot be used outside of any page, be it by a program, a browser plugin or ourselves', async () => {
    const { authorization } = plugin.headers;
    for (const origin of [
      {},
      { origin: extension },
      { origin: 'null' },
      { origin: 'http://timegrove.test' },
    ]) {
      const { status, reply } = await send(state, { authorization: `${authorization}`, ...origin });
      expect([status, reply.json()['code']]).toEqual([403, 'origin-not-allowed']);
    }
  });
});

async function made(origins: string[]) {
  const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
  const answer = await mia.ask(addToken, { body: { ...body, origins } });
  return { ...answer, authorization: `Bearer ${answer.secret}` };
}

describe('a token made by hand', () => {
  it('is for programs, and for the pages it was made for', async () => {
    const { token, authorization } = await made([page, 'http://localhost:4000']);
    expect(token).toMatchObject({ kind: 'api', origins: [page, 'http://localhost:4000'] });
    for (const origin of [page, 'http://localhost:4000', extension, 'http://timegrove.test']) {
      expect((await send('/api/me', { authorization, origin })).status).toBe(200);
    }
    expect((await send('/api/me', { authorization })).status).toBe(200);
    const refused = await send('/api/me', { authorization, origin: hostile });
    expect(refused.reply.json()).toMatchObject({
      code: 'origin-not-allowed',
      message: `This token may not be used from ${hostile}.`,
    });
  });

  it('without origins is refused to every page of another site, desktop apps’ tokens too', async () => {
    for (const authorization of [(await made([])).authorization, desk.headers['authorization']]) {
      const refused = await send('/api/me', { authorization: `${authorization}`, origin: page });
      expect(refused.reply.json()).toMatchObject({ code: 'origin-not-allowed' });
    }
  });

  it.each([
    `${page}/`,
    'https://HOST.example',
    'https://host.example:443',
    'host.example',
    'https://*.example',
    'ftp://host.example',
    'null',
    extension,
  ])('cannot be made for %s', async (origin) => {
    const refused = await refusalOf(made([page, origin]));
    expect(refused).toMatchObject({ code: 'input-invalid', field: 'body.origins.1' });
  });
});

it('what is open to all is the asking to be let in, and nothing else', () => {
  const open = allEndpoints.filter(({ endpoint }) => endpoint.anyOrigin);
  expect(open.map(({ name }) => name)).toEqual(['askConnection', 'readConnection']);
});
