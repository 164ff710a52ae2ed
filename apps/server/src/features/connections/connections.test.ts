import {
  allowConnection,
  askConnection,
  endConnection,
  readConnection,
  readConnectionRequest,
  refuseConnection,
} from '@timegrove/contract/connections.ts';
import { changeMember } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe } from '@timegrove/contract/session.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import { addToken, listTokens, revokeToken } from '@timegrove/contract/tokens.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../http/rate-limit.ts';
import { aConnection, anAsker, aSecret } from '../../testing/connection.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);
const page = 'https://planner.example';

async function stateOf(tokenId: Awaited<ReturnType<typeof anAsker>>['tokenId']) {
  return (await server.ask(readConnection, { params: { tokenId } })).state;
}

const start = () => ({ body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' } });

const body = (given: object = {}) => ({
  id: newId<'token'>(),
  kind: 'desktop-app' as const,
  name: 'Desk',
  secret: aSecret(),
  ...given,
});

async function withToken(person: Person, scopes: TokenScope[], expiresAt: string | null = null) {
  const body = { id: newId<'token'>(), name: 'Mine', scopes, expiresAt };
  const { token, secret } = await person.ask(addToken, { body });
  return { token, ask: server.askWith({ authorization: `Bearer ${secret}` }) };
}

describe('asking to be let in', () => {
  it('gives a code that is easy to read and lasts ten minutes, and no right', async () => {
    const asked = body();
    const { code, expiresAt } = await server.ask(askConnection, { body: asked });
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
    expect(Date.parse(expiresAt) - server.clock.now().getTime()).toBe(600_000);
    expect(await stateOf(asked.id)).toBe('waiting');
    const ask = server.askWith({ authorization: `Bearer ${asked.secret}` });
    expect((await refusalOf(ask(readMe))).code).toBe('token-refused');
  });

  it('again with the same secret is the same request, with another one it is refused', async () => {
    const asked = body();
    const first = await server.ask(askConnection, { body: asked });
    expect(await server.ask(askConnection, { body: asked })).toEqual(first);
    const other = { ...asked, secret: aSecret() };
    expect((await refusalOf(server.ask(askConnection, { body: other }))).code).toBe('id-taken');
  });

  it('keeps the secret by its hash alone', async () => {
    const { secret } = await aConnection(server, await aMember(account));
    const { rows } = await server.database.pool.query(
      'select t::text from api_token t union all select r::text from connection_request r',
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('takes a web page’s origin from its browser alone, and lets pages be native plugins only', async () => {
    const from = server.askWith({ origin: page, 'sec-fetch-site': 'cross-site' });
    expect(await refusalOf(from(askConnection, { body: body() }))).toMatchObject({
      code: 'origin-refused',
    });
    const plugin = body({ kind: 'native-plugin' });
    expect((await refusalOf(server.ask(askConnection, { body: plugin }))).code).toBe('page-needed');
    const pretending = body({ kind: 'native-plugin', origin: 'https://other.example' });
    expect(await refusalOf(from(askConnection, { body: pretending }))).toMatchObject({
      code: 'input-invalid',
    });
    await from(askConnection, { body: plugin });
    for (const origin of ['chrome-extension://abcdefghijklmnop', 'moz-extension://a-b-c']) {
      const ask = server.askWith({ origin, 'sec-fetch-site': 'cross-site' });
      await ask(askConnection, { body: body({ kind: 'browser-plugin' }) });
    }
  });

  it.each([
    [{ secret: 'tg_short' }, 'body.secret'],
    [{ secret: `xx_${'a'.repeat(43)}` }, 'body.secret'],
    [{ name: '  ' }, 'body.name'],
    [{ name: 'a'.repeat(101) }, 'body.name'],
    [{ name: 'evil \u202E gnp' }, 'body.name'],
    [{ kind: 'api' }, 'body.kind'],
    [{ id: 'x' }, 'body.id'],
  ])('refuses %j by its field', async (given, field) => {
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/connections',
      payload: body(given),
    });
    expect(reply.json()).toMatchObject({ code: 'input-invalid', field });
  });

  it('is limited for each address, and so is trying codes', async () => {
    const guarded = await aServer({ database: server.database, house: { limits: usualLimits } });
    for (let tries = 0; tries < 60; tries += 1) await anAsker(guarded);
    expect((await refusalOf(anAsker(guarded))).code).toBe('too-many-tries');
    const { cookie } = await aMember(account);
    const guess = guarded.askWith({ cookie });
    const params = { code: 'AAAA-AAAA' };
    const codes = new Set<string>();
    for (let tries = 0; tries < 61; tries += 1) {
      codes.add((await refusalOf(guess(readConnectionRequest, { params }))).code);
    }
    expect([...codes]).toEqual(['not-found', 'too-many-tries']);
  });

  it('is forgotten a day after it has expired', async () => {
    const { tokenId } = await anAsker(server);
    server.clock.advance({ hours: 25 });
    await anAsker(server);
    expect((await refusalOf(stateOf(tokenId))).code).toBe('not-found');
  });
});

describe('answering', () => {
  it('needs a session or a token that tracks', async () => {
    const { code } = await anAsker(server);
    const params = { code };
    const asked = [readConnectionRequest, allowConnection, refuseConnection] as const;
    for (const endpoint of asked) {
      expect((await refusalOf(server.ask(endpoint, { params }))).code).toBe('session-needed');
    }
    const plugin = await aConnection(server, await aMember(account), 'native-plugin', page);
    for (const endpoint of asked) {
      expect(await refusalOf(plugin.ask(endpoint, { params }))).toMatchObject({
        code: 'token-scope-needed',
      });
    }
  });

  it('shows who asks, also to somebody who types the code sloppily', async () => {
    const { code, tokenId } = await anAsker(server, 'native-plugin', page);
    const { ask } = await aMember(account);
    for (const typed of [code, ` ${code.toLowerCase()} `, code.replace('-', '')]) {
      expect(await ask(readConnectionRequest, { params: { code: typed } })).toMatchObject({
        tokenId,
        kind: 'native-plugin',
        name: 'A client',
        origin: page,
        scopes: ['plugin'],
      });
    }
    const params = { code: 'ABCDEFGHI' };
    expect((await refusalOf(ask(readConnectionRequest, { params }))).code).toBe('input-invalid');
  });

  it('yes makes the secret a token of the one who said it, with no more than the kind needs', async () => {
    const mia = await aMember(account);
    const desk = await aConnection(server, mia);
    expect(await stateOf(desk.tokenId)).toBe('allowed');
    expect(await desk.ask(readMe)).toMatchObject({ memberId: mia.memberId });
    await desk.ask(startTimer, start());
    const plugin = await aConnection(server, mia, 'native-plugin', page);
    expect((await refusalOf(plugin.ask(readTimer))).code).toBe('token-scope-needed');
    expect((await mia.ask(listTokens)).tokens).toMatchObject([
      { id: plugin.tokenId, kind: 'native-plugin', origins: [page], scopes: ['plugin'] },
      { id: desk.tokenId, kind: 'desktop-app', origins: [], scopes: ['read', 'track'] },
    ]);
  });

  it('happens once: afterwards neither yes nor no is heard', async () => {
    const mia = await aMember(account);
    const [allowed, refused] = [await aConnection(server, mia), await anAsker(server)];
    await mia.ask(refuseConnection, { params: { code: refused.code } });
    expect(await stateOf(refused.tokenId)).toBe('refused');
    expect((await refusalOf(refused.ask(readMe))).code).toBe('token-refused');
    for (const { code } of [allowed, refused]) {
      for (const endpoint of [readConnectionRequest, allowConnection, refuseConnection]) {
        const answer = refusalOf(mia.ask(endpoint, { params: { code } }));
        expect((await answer).code).toBe('connection-answered');
      }
    }
    expect((await mia.ask(listTokens)).tokens).toHaveLength(1);
  });

  it('by two at once is heard once', async () => {
    const { code } = await anAsker(server);
    const [one, two] = [await aMember(account), await aMember(account)];
    const answers = await Promise.allSettled(
      [one, two].map(async ({ ask }) => ask(allowConnection, { params: { code } })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('ends after ten minutes', async () => {
    const { code, tokenId } = await anAsker(server);
    server.clock.advance({ minutes: 10 });
    const { ask } = await aMember(account);
    const refused = await refusalOf(ask(allowConnection, { params: { code } }));
    expect(refused).toMatchObject({ code: 'connection-expired', status: 410 });
    expect(await stateOf(tokenId)).toBe('expired');
  });

  it('comes from our own window only, whatever token a page holds', async () => {
    const mia = await aMember(account);
    const body = {
      id: newId<'token'>(),
      name: 'A',
      scopes: ['everything' as const],
      expiresAt: null,
      origins: [page],
    };
    const { secret } = await mia.ask(addToken, { body });
    const { code } = await anAsker(server, 'native-plugin', page);
    const ask = server.askWith({ authorization: `Bearer ${secret}`, origin: page });
    for (const endpoint of [readConnectionRequest, allowConnection, refuseConnection]) {
      const refused = await refusalOf(ask(endpoint, { params: { code } }));
      expect(refused.code).toBe('origin-refused');
    }
  });
});

describe('with a token instead of a session', () => {
  it('nobody lets in more than the token has', async () => {
    const mia = await aMember(account);
    const track = await withToken(mia, ['track']);
    const { code } = await anAsker(server);
    const refused = await refusalOf(track.ask(allowConnection, { params: { code } }));
    expect(refused).toMatchObject({ code: 'token-scope-needed', details: { scope: 'read' } });
    await aConnection(server, track, 'native-plugin', page);
    await aConnection(server, await withToken(mia, ['read', 'track']));
  });

  it('what was let in is revoked with it, however far down, and expires with it', async () => {
    const mia = await aMember(account);
    const hourOn = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    const made = await withToken(mia, ['everything'], hourOn);
    const child = await aConnection(server, made);
    const grandchild = await aConnection(server, child);
    const bystander = await aConnection(server, mia);
    const { tokens } = await mia.ask(listTokens);
    expect(tokens.map(({ expiresAt }) => expiresAt)).toEqual([null, hourOn, hourOn, hourOn]);
    await grandchild.ask(readMe);
    await mia.ask(revokeToken, { params: { tokenId: made.token.id } });
    for (const { ask } of [made, child, grandchild]) {
      expect((await refusalOf(ask(readMe))).code).toBe('token-refused');
    }
    await bystander.ask(readMe);
    expect((await mia.ask(listTokens)).tokens).toMatchObject([{ id: bystander.tokenId }]);
  });
});

describe('the end of a connection', () => {
  it('can be made by itself, and by nobody who has signed in', async () => {
    const mia = await aMember(account);
    for (const kind of ['desktop-app', 'browser-plugin', 'native-plugin'] as const) {
      const { ask } = await aConnection(server, mia, kind);
      await ask(endConnection);
      expect((await refusalOf(ask(endConnection))).code).toBe('token-refused');
    }
    expect((await refusalOf(mia.ask(endConnection))).code).toBe('not-found');
    expect((await refusalOf(server.ask(endConnection))).code).toBe('session-needed');
  });

  it('comes when its member is deactivated, for good', async () => {
    const mia = await aMember(account);
    const { ask } = await aConnection(server, mia);
    for (const active of [false, true]) {
      const params = { memberId: mia.memberId };
      await account.administrator.ask(changeMember, { params, body: { active } });
      expect((await refusalOf(ask(readMe))).code).toBe('token-refused');
    }
  });
});
