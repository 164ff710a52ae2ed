import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { allowConnection } from '@timegrove/contract/connections.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { aConnection, aSecret } from '../../testing/connection.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount } from '../../testing/world.ts';
import { serveScript } from './serve-script.ts';

const server = await aServer();
const account = await anAccount(server);
const origin = 'https://host.example';

async function send(said: unknown, headers: Record<string, string> = { origin }) {
  const say = Buffer.from(JSON.stringify(said)).toString('base64url');
  return server.app.inject({ url: `/native-plugin/say.js?say=${say}`, headers });
}

/** What the module exports. */
async function exported(said: object): Promise<{ status: number; body: unknown }> {
  const { payload } = await send({ once: newId(), ...said });
  const module = await import(`data:text/javascript,${encodeURIComponent(payload)}`);
  return module.default;
}

describe('what a page says by import()', () => {
  it('connects, starts, looks, stops and leaves, through the same door as over fetch', async () => {
    const mia = await aMember(account);
    const [id, secret] = [newId<'token'>(), aSecret()];
    const connect = { do: 'connect', body: { id, kind: 'native-plugin', name: 'Host', secret } };
    const asked = await exported(connect);
    expect(asked).toMatchObject({ status: 200, body: { code: expect.any(String) } });
    const connected = { do: 'connected', params: { tokenId: id } };
    expect((await exported(connected)).body).toEqual({ state: 'waiting' });
    const { code } = Object(asked.body);
    await mia.ask(allowConnection, { params: { code } });
    expect((await exported(connected)).body).toEqual({ state: 'allowed' });
    const free = { note: 'Ünïcode \u2028 note' };
    const start = { do: 'start', secret, body: { id: newId(), zone: 'UTC', ...free } };
    expect(await exported(start)).toMatchObject({ status: 200, body: { running: 'this' } });
    expect((await mia.ask(readTimer)).running?.note).toBe(free.note);
    const state = { do: 'state', secret, query: free };
    expect((await exported(state)).body).toMatchObject({ running: 'this' });
    expect((await exported({ do: 'stop', secret, body: free })).body).toMatchObject({
      running: 'none',
    });
    expect(await exported({ do: 'leave', secret })).toEqual({ status: 200, body: {} });
    expect(await exported(state)).toMatchObject({ status: 401, body: { code: 'token-refused' } });
  });

  it('is a module for that page alone, and kept by nobody', async () => {
    const { headers, statusCode } = await send({ do: 'connected', once: '1', params: {} });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': origin,
      'x-content-type-options': 'nosniff',
      vary: 'origin',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('is bound to its page: another one cannot use its secret', async () => {
    const { secret } = await aConnection(server, await aMember(account), 'native-plugin', origin);
    const said = { do: 'state', once: '1', secret, query: { note: 'x' } };
    expect((await send(said)).payload).toContain('"status":200');
    const elsewhere = (await send(said, { origin: 'https://hostile.example' })).payload;
    expect(elsewhere).toContain('origin-not-allowed');
    expect(elsewhere).not.toContain('version');
  });

  it('is nothing that a link, a script element or a cookie can say', async () => {
    const { cookie } = await aMember(account);
    const said = { do: 'state', once: '1', query: { note: 'x' } };
    expect((await send(said, { cookie })).json()).toMatchObject({ code: 'page-needed' });
    const sandboxed = await send(said, { cookie, origin: 'null' });
    expect(sandboxed.json()).toMatchObject({ code: 'page-needed' });
    expect((await send(said, { cookie, origin })).payload).toContain('session-needed');
  });

  it.each([
    ['nonsense'],
    [{ do: 'signIn', once: '1' }],
    [{ do: 'state' }],
    [{ do: 'state', once: '1', url: '/api/me' }],
  ])('is refused as %j', async (said) => {
    expect((await send(said)).json()).toMatchObject({ code: 'input-invalid', field: 'query.say' });
  });
});

describe('the script itself', () => {
  it('may be loaded by any site, and is asked for anew after a while', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'script-')), 'native-plugin.js');
    await writeFile(file, 'globalThis.here = true;');
    const app = fastify();
    serveScript(app, file);
    const reply = await app.inject('/native-plugin.js');
    expect(reply.payload).toBe('globalThis.here = true;');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
    });
    const packed = await app.inject({
      url: '/native-plugin.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(reply.payload);
    const headers = { 'if-none-match': String(reply.headers.etag) };
    expect((await app.inject({ url: '/native-plugin.js', headers })).statusCode).toBe(304);
    await writeFile(file, 'globalThis.here = false;');
    expect((await app.inject({ url: '/native-plugin.js', headers })).statusCode).toBe(200);
  });

  it('says so when it is not built', async () => {
    const app = fastify();
    serveScript(app, '/there/is/no/such/file');
    const reply = await app.inject('/native-plugin.js');
    expect([reply.statusCode, reply.payload]).toEqual([404, 'The native plugin is not built.\n']);
  });
});
