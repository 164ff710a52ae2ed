import { listAudit } from '@timegrove/contract/audit.ts';
import { changeMember } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { newsPath } from '@timegrove/contract/news.ts';
import { changeMe, readMe } from '@timegrove/contract/session.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import { addToken, listTokens, revokeToken } from '@timegrove/contract/tokens.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aConnection } from '../../testing/connection.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

async function aToken(
  person: Person,
  scopes: TokenScope[] = ['everything'],
  expiresAt: string | null = null,
) {
  const body = { id: newId<'token'>(), name: 'Build server', scopes, expiresAt };
  const { token, secret } = await person.ask(addToken, { body });
  const bearer = { authorization: `Bearer ${secret}` };
  return { token, secret, bearer, ask: server.askWith(bearer) };
}

const timer = () => ({ body: { id: newId<'entry'>(), taskId: null, zone: 'UTC' } });

test('need a session; another account’s and a colleague’s token are not found', async () => {
  const mine = await aMember(account);
  const { token } = await aToken(mine);
  const params = { tokenId: token.id };
  const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
  expect((await refusalOf(server.ask(listTokens))).code).toBe('session-needed');
  expect((await refusalOf(server.ask(addToken, { body }))).code).toBe('session-needed');
  expect((await refusalOf(server.ask(revokeToken, { params }))).code).toBe('session-needed');
  const strangers = (await anAccount(server)).administrator;
  for (const { ask } of [strangers, await aMember(account, { role: 'supervisor' })]) {
    expect((await refusalOf(ask(revokeToken, { params }))).code).toBe('not-found');
  }
  const query = { memberId: mine.memberId };
  expect((await refusalOf(strangers.ask(listTokens, { query }))).code).toBe('not-found');
  const colleague = await aMember(account, { role: 'supervisor' });
  expect((await refusalOf(colleague.ask(listTokens, { query }))).code).toBe('right-needed');
});

test('a token is shown whole once, and is known only by its hash from then on', async () => {
  const mia = await aMember(account);
  const { token, secret } = await aToken(mia, ['track', 'read', 'track']);
  expect(secret).toMatch(/^tg_[\w-]{43}$/);
  expect(token).toMatchObject({
    memberId: mia.memberId,
    name: 'Build server',
    scopes: ['read', 'track'],
    ending: secret.slice(-4),
    expiresAt: null,
    expired: false,
    lastUsedAt: null,
  });
  expect(await mia.ask(listTokens)).toEqual({ tokens: [token] });
  const { rows } = await server.database.pool.query('select t::text from api_token t');
  expect(JSON.stringify(rows)).not.toContain(secret);
  const again = { id: token.id, name: 'Other', scopes: ['read' as const], expiresAt: null };
  expect((await refusalOf(mia.ask(addToken, { body: again }))).code).toBe('id-taken');
});

test('it speaks for its member until it is revoked', async () => {
  const mia = await aMember(account, { name: 'Mia' });
  const { token, ask } = await aToken(mia);
  expect(await ask(readMe)).toMatchObject({ memberId: mia.memberId, name: 'Mia' });
  await mia.ask(revokeToken, { params: { tokenId: token.id } });
  expect(await refusalOf(ask(readMe))).toMatchObject({ code: 'token-refused', status: 401 });
  expect(await mia.ask(listTokens)).toEqual({ tokens: [] });
  const again = mia.ask(revokeToken, { params: { tokenId: token.id } });
  expect((await refusalOf(again)).code).toBe('not-found');
});

test('its scopes bound it, and no scope lets it make tokens', async () => {
  const mia = await aMember(account, { role: 'administrator' });
  const [read, track, all] = [
    await aToken(mia, ['read']),
    await aToken(mia, ['track']),
    await aToken(mia, ['everything']),
  ];
  expect(await read.ask(readTimer)).toMatchObject({ running: null });
  expect(await refusalOf(read.ask(startTimer, timer()))).toMatchObject({
    code: 'token-scope-needed',
    status: 403,
    message: 'This token may not do this: it needs the scope “track”.',
  });
  await track.ask(startTimer, timer());
  const rename = { body: { name: 'Eve' } };
  expect((await refusalOf(track.ask(readTimer))).code).toBe('token-scope-needed');
  expect((await refusalOf(track.ask(changeMe, rename))).code).toBe('token-scope-needed');
  expect(await all.ask(changeMe, rename)).toMatchObject({ name: 'Eve' });
  const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
  const notEnough = { code: 'token-not-enough', status: 403 };
  expect(await refusalOf(all.ask(listTokens))).toMatchObject(notEnough);
  expect(await refusalOf(all.ask(addToken, { body }))).toMatchObject(notEnough);
});

test('it does no more than its member may', async () => {
  const { ask } = await aToken(await aMember(account));
  expect((await refusalOf(ask(listAudit))).code).toBe('right-needed');
});

test('a made-up token is refused also where a session would do; other bearers are not for us', async () => {
  const { cookie } = await aMember(account);
  const [bad, foreign] = [`Bearer tg_${'x'.repeat(43)}`, 'Bearer eyJhbGciOi'].map((authorization) =>
    server.askWith({ cookie, authorization }),
  );
  expect((await refusalOf(bad?.(readMe) ?? Promise.resolve())).code).toBe('token-refused');
  expect(await foreign?.(readMe)).toMatchObject({ account: { id: account.id } });
});

test('guessing tokens ends for that caller, while a good one goes on', async () => {
  const limits = [{ endpoint: 'bad-token', per: 'caller', tries: 2, seconds: 60 }] as const;
  const guarded = await aServer({ database: server.database, house: { limits } });
  const { bearer } = await aToken(await aMember(account));
  const guess = guarded.askWith({ authorization: `Bearer tg_${'x'.repeat(43)}` });
  const codes = [];
  for (let tries = 0; tries < 3; tries += 1) codes.push((await refusalOf(guess(readMe))).code);
  expect(codes).toEqual(['token-refused', 'token-refused', 'too-many-tries']);
  expect(await guarded.askWith(bearer)(readMe)).toMatchObject({ account: { id: account.id } });
});

test('a token that asks too often is told to wait, and no other', async () => {
  const limits = [{ endpoint: 'token', per: 'token', tries: 3, seconds: 60 }] as const;
  const guarded = await aServer({ database: server.database, house: { limits } });
  const mia = await aMember(account);
  const [busy, other] = [await aToken(mia), await aToken(mia)];
  const statuses = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const reply = await guarded.app.inject({ url: '/api/me', headers: busy.bearer });
    statuses.push([reply.statusCode, reply.headers['retry-after']]);
  }
  expect(statuses.slice(2)).toEqual([
    [200, undefined],
    [429, '60'],
  ]);
  expect((await refusalOf(guarded.askWith(busy.bearer)(readMe))).code).toBe('too-many-tries');
  expect(await guarded.askWith(other.bearer)(readMe)).toMatchObject({ memberId: mia.memberId });
  expect(await guarded.askWith({ cookie: mia.cookie })(readMe)).toMatchObject({ name: 'Robin' });
});

test('it ends when it expires, and cannot begin expired', async () => {
  const { now } = server.clock;
  const mia = await aMember(account);
  const { ask } = await aToken(mia, ['read'], new Date(now().getTime() + 3_600_000).toISOString());
  server.clock.advance({ minutes: 59 });
  expect(await ask(readMe)).toMatchObject({ memberId: mia.memberId });
  server.clock.advance({ minutes: 1 });
  expect((await refusalOf(ask(readMe))).code).toBe('token-refused');
  expect((await mia.ask(listTokens)).tokens).toMatchObject([{ expired: true }]);
  const refused = await refusalOf(aToken(mia, ['read'], now().toISOString()));
  expect(refused).toMatchObject({ code: 'input-invalid', field: 'body.expiresAt' });
});

test('its last use is known to the minute', async () => {
  const mia = await aMember(account);
  const { ask } = await aToken(mia);
  const lastUse = async () => (await mia.ask(listTokens)).tokens[0]?.lastUsedAt;
  const first = server.clock.now().toISOString();
  await ask(readMe);
  server.clock.advance({ seconds: 59 });
  await ask(readMe);
  expect(await lastUse()).toBe(first);
  server.clock.advance({ seconds: 1 });
  await ask(readMe);
  expect(await lastUse()).toBe(server.clock.now().toISOString());
});

test('an administrator sees and revokes the tokens of a member, which is written down', async () => {
  const { ask } = account.administrator;
  const mia = await aMember(account);
  const made = await aToken(mia);
  const query = { memberId: mia.memberId };
  expect((await ask(listTokens, { query })).tokens).toMatchObject([{ id: made.token.id }]);
  await ask(revokeToken, { params: { tokenId: made.token.id } });
  expect((await refusalOf(made.ask(readMe))).code).toBe('token-refused');
  const { audited } = await ask(listAudit, { query: { thing: 'token' } });
  expect(audited).toMatchObject([{ action: 'revoked', name: 'Build server' }]);
});

test('the tokens of a deactivated member end, for good', async () => {
  const mia = await aMember(account);
  const { ask } = await aToken(mia);
  const params = { memberId: mia.memberId };
  for (const active of [false, true]) {
    await account.administrator.ask(changeMember, { params, body: { active } });
    expect((await refusalOf(ask(readMe))).code).toBe('token-refused');
  }
});

describe('news come to a token too', () => {
  let address: string;
  beforeAll(async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    address = server.app.listeningOrigin + newsPath;
  });

  /** Listens until the server ends the stream. */
  async function toTheEnd(headers: Readonly<Record<string, string>>, opened: () => unknown) {
    const reply = await fetch(address, { headers });
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    await opened();
    return reply.text();
  }

  test('until it is revoked', async () => {
    const mia = await aMember(account);
    const { token, bearer } = await aToken(mia, ['read']);
    const told = await toTheEnd(bearer, async () => {
      await mia.ask(startTimer, timer());
      await mia.ask(revokeToken, { params: { tokenId: token.id } });
    });
    expect(told).toContain('event: news\ndata: {"topic":"timer"');
    expect((await fetch(address, { headers: bearer })).status).toBe(401);
  });

  test('until what let it in is revoked', async () => {
    const mia = await aMember(account);
    const made = await aToken(mia);
    const { headers } = await aConnection(server, made);
    const params = { tokenId: made.token.id };
    await toTheEnd(headers, async () => mia.ask(revokeToken, { params }));
    expect((await fetch(address, { headers })).status).toBe(401);
  });

  test('until it expires', async () => {
    const expiresAt = new Date(server.clock.now().getTime() + 250).toISOString();
    const { bearer } = await aToken(await aMember(account), ['read'], expiresAt);
    expect(await toTheEnd(bearer, () => {})).toContain('event: resync');
  });

  test('and can be read by the page it was made for', async () => {
    const mia = await aMember(account);
    const origins = ['https://page.example'];
    const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
    const { secret } = await mia.ask(addToken, { body: { ...body, origins } });
    const headers = { authorization: `Bearer ${secret}`, origin: 'https://page.example' };
    const stop = new AbortController();
    const reply = await fetch(address, { headers, signal: stop.signal });
    expect(reply.headers.get('access-control-allow-origin')).toBe('https://page.example');
    stop.abort();
  });
});
