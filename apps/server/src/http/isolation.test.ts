import { allEndpoints } from '@timegrove/contract/all.ts';
import { addressOf } from '@timegrove/contract/client.ts';
import type { NeededScope } from '@timegrove/contract/endpoint.ts';
import { refusal } from '@timegrove/contract/errors.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addToken } from '@timegrove/contract/tokens.ts';
import { accountRoles } from '@timegrove/domain/people/role.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aConnection } from '../testing/connection.ts';
import { aServer, type TestServer } from '../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  anIntegration,
  aTask,
  type Person,
  type TestAccount,
} from '../testing/world.ts';

/**
 * Every endpoint × every role × another account, from the contract itself: an endpoint that is added
 * without a place in the tables below fails here.
 */

interface Things {
  readonly taskId: string;
  readonly memberId: string;
  readonly entryId: string;
  readonly integrationId: string;
  readonly runId: string;
  readonly invitationId: string;
  readonly tagId: string;
  readonly groupId: string;
  readonly tokenId: string;
  readonly sessionId: string;
}

const zone = 'Europe/Berlin';
const times = { startedAt: '2026-03-02T07:00:00.000Z', stoppedAt: '2026-03-02T08:00:00.000Z' };

/** For each endpoint with a body, one that would be good if its ids were the caller's own. */
const bodies: Readonly<Record<string, (other: Things) => unknown>> = {
  signUp: () => ({
    accountName: 'New',
    name: 'New',
    email: 'new@example.test',
    password: 'long enough 1',
    zone,
  }),
  signIn: () => ({ email: 'nobody@example.test', password: 'long enough 1' }),
  changeMe: () => ({ name: 'Robin' }),
  changePassword: () => ({ current: 'not the password', next: 'long enough 1' }),
  addToken: () => ({ id: newId<'token'>(), name: 'A', scopes: ['read'], expiresAt: null }),
  addGroup: (other) => ({ id: newId<'group'>(), name: newId(), memberIds: [other.memberId] }),
  changeGroup: () => ({ name: 'Renamed' }),
  assignGroup: () => ({ role: 'guest' }),
  changeAccount: () => ({ name: 'Renamed' }),
  requestPasswordReset: () => ({ email: 'nobody@example.test' }),
  resetPassword: () => ({ token: 'no such token', password: 'long enough 1' }),
  changeMember: () => ({ role: 'administrator' }),
  invite: () => ({ id: newId<'invitation'>(), email: `${newId()}@example.test`, role: 'user' }),
  acceptInvitation: () => ({ name: 'New', password: 'long enough 1', zone }),
  addTask: (other) => ({ id: newId<'task'>(), parentId: other.taskId, name: 'Below' }),
  changeTask: () => ({ name: 'Renamed' }),
  moveTask: () => ({ parentId: null }),
  assign: () => ({ role: 'project-manager' }),
  startTimer: (other) => ({ id: newId<'entry'>(), taskId: other.taskId, zone }),
  stopTimer: () => ({}),
  addEntry: (other) => ({ id: newId<'entry'>(), taskId: other.taskId, zone, ...times }),
  changeEntry: () => ({ note: 'Changed' }),
  changeEntries: (other) => ({ changes: [{ entryId: other.entryId, note: 'Changed' }] }),
  splitEntry: () => ({ id: newId<'entry'>(), at: times.startedAt }),
  mergeEntries: (other) => ({ ids: [other.entryId, newId<'entry'>()] }),
  deleteEntries: (other) => ({ ids: [other.entryId] }),
  undeleteEntries: (other) => ({ ids: [other.entryId] }),
  askConnection: () => ({
    id: newId<'token'>(),
    kind: 'desktop-app',
    name: 'A desktop',
    secret: `tg_${'x'.repeat(43)}`,
  }),
  startFromPage: () => ({ id: newId<'entry'>(), note: 'Free work', zone }),
  stopFromPage: () => ({ note: 'Free work' }),
  addTag: () => ({ id: newId<'tag'>(), name: newId() }),
  changeTag: () => ({ name: 'Renamed' }),
  enableIntegration: () => ({
    id: newId<'integration'>(),
    provider: 'no-such-provider',
    credential: {},
  }),
  reenableIntegration: () => ({ credential: { token: 'x' } }),
  previewSelection: () => ({ selection: { mode: 'all' } }),
  saveSelection: () => ({ selection: { mode: 'all' } }),
  unlinkIntegration: () => ({ archiveTasks: true }),
};

/** Parameters that name nothing of an account, with values that there are not. */
const nobodys: Readonly<Record<string, string>> = {
  token: 'no-such-token',
  code: 'BCDF-GH23',
  provider: 'no-such-provider',
};

/** For lists that take an id in the query, the other account's. */
const queries: Readonly<Record<string, (other: Things) => Record<string, string>>> = {
  listTasks: (other) => ({ parentId: other.taskId }),
  searchTasks: () => ({ q: 'secret', for: 'see' }),
  listEntries: (other) => ({ from: '2026-03-01', to: '2026-03-31', memberId: other.memberId }),
  listTokens: (other) => ({ memberId: other.memberId }),
  explainAbsence: () => ({ name: 'secret' }),
  findItem: (other) => ({ provider: 'meistertask', item: `task_${other.taskId}` }),
  readPluginState: (other) => ({ provider: 'meistertask', item: `task_${other.taskId}` }),
};

let server: TestServer;
let other: TestAccount;
let things: Things;
const callers = new Map<string, Person>();
let own: Person;

beforeAll(async () => {
  server = await aServer();
  other = await anAccount(server);
  things = await fill(other);
  const mine = await anAccount(server);
  for (const role of accountRoles) callers.set(role, await aMember(mine, { role }));
  own = mine.administrator;
});

async function fill(account: TestAccount): Promise<Things> {
  const { db } = server.database;
  const [now, account_id] = [server.clock.now(), account.id];
  const member = await aMember(account, { name: 'Secret member' });
  const taskId = await aTask(account, { name: 'Secret task' });
  await anAssignment(account, taskId, member);
  const integrationId = await anIntegration(account);
  const [entryId, runId, invitationId] = [newId<'entry'>(), newId<'run'>(), newId<'invitation'>()];
  await db
    .insertInto('entry')
    .values({
      account_id,
      id: entryId,
      member_id: member.memberId,
      task_id: taskId,
      started_at: now,
      zone,
      day: '2026-03-02',
      note: 'Secret note',
      created_at: now,
    })
    .execute();
  await db
    .insertInto('run')
    .values({
      account_id,
      id: runId,
      integration_id: integrationId,
      trigger: 'force',
      started_at: now,
      finished_at: now,
      state: 'held',
    })
    .execute();
  await db
    .insertInto('invitation')
    .values({
      account_id,
      id: invitationId,
      email: 'secret@example.test',
      role: 'user',
      token_hash: invitationId,
      invited_by: account.administrator.memberId,
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute();
  const tagId = newId<'tag'>();
  await db
    .insertInto('tag')
    .values({ account_id, id: tagId, name: 'Secret tag', color: null, created_at: now })
    .execute();
  const { memberId } = member;
  const people = await fillPeople(account, member);
  return { taskId, memberId, entryId, integrationId, runId, invitationId, tagId, ...people };
}

async function fillPeople(
  { id: account_id, server: { clock, database } }: TestAccount,
  member: Person,
) {
  const { db } = database;
  const [now, member_id] = [clock.now(), member.memberId];
  const [groupId, tokenId] = [newId<'group'>(), newId<'token'>()];
  await db
    .insertInto('member_group')
    .values({ account_id, id: groupId, name: 'Secret group', created_at: now })
    .execute();
  await db
    .insertInto('member_of_group')
    .values({ account_id, group_id: groupId, member_id })
    .execute();
  await db
    .insertInto('api_token')
    .values({
      account_id,
      id: tokenId,
      member_id,
      name: 'Secret token',
      scopes: ['read'],
      token_hash: tokenId,
      ending: 'abcd',
      created_at: now,
    })
    .execute();
  const { rows } = await database.pool.query(
    'select id from identity_session where "userId" = $1',
    [member.userId],
  );
  return { groupId, tokenId, sessionId: String(rows[0].id) };
}

const tables = [
  'account',
  'member',
  'invitation',
  'mail',
  'task',
  'assignment',
  'entry',
  'integration',
  'run',
  'run_change',
  'audit',
  'tag',
  'favourite',
  'member_group',
  'member_of_group',
  'api_token',
];

/** Everything that the other account has, as one text. */
async function contents(): Promise<string> {
  const parts = await Promise.all(
    tables.map(async (table) => {
      const key = table === 'account' ? 'id' : 'account_id';
      const { rows } = await server.database.pool.query(
        `select t::text as row from ${table} t where ${key} = $1 order by 1`,
        [other.id],
      );
      return JSON.stringify(rows);
    }),
  );
  return parts.join('\n');
}

type Named = (typeof allEndpoints)[number];

async function send({ name, endpoint }: Named, headers: Readonly<Record<string, string>> = {}) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, param]) => param ?? '');
  const params = Object.fromEntries(names.map((param) => [param, nobodys[param] ?? thing(param)]));
  const given = { params, query: queries[name]?.(things) ?? {} };
  const reply = await server.app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, given),
    headers,
    ...(endpoint.method !== 'GET' && {
      payload: z.record(z.string(), z.unknown()).parse(bodies[name]?.(things) ?? {}),
    }),
  });
  return { status: reply.statusCode, text: reply.payload };
}

function thing(param: string): string {
  const found = Object.entries(things).find(([key]) => key === param);
  if (found === undefined) throw new Error(`the matrix knows no ${param}`);
  return found[1];
}

/** Endpoints that name a thing in their body. */
const takingIds = [
  'addTask',
  'startTimer',
  'addEntry',
  'changeEntries',
  'mergeEntries',
  'deleteEntries',
  'undeleteEntries',
  'addGroup',
  'enableIntegration',
];

/** What a token that only reads is told where more is needed. */
const lacking: Readonly<Record<Exclude<NeededScope, 'read'>, string>> = {
  track: 'token-scope-needed',
  plugin: 'token-scope-needed',
  everything: 'token-scope-needed',
  session: 'token-not-enough',
};

const closed = allEndpoints.filter(({ endpoint }) => endpoint.access !== 'public');

describe('every endpoint is a wall between accounts', () => {
  it('knows every endpoint that takes a body', () => {
    const withBody = allEndpoints.filter(({ endpoint }) => !endpoint.body.safeParse({}).success);
    expect(withBody.length).toBeGreaterThan(12);
    expect(withBody.map(({ name }) => name).filter((name) => bodies[name] === undefined)).toEqual(
      [],
    );
    expect(closed.length).toBeGreaterThan(35);
  });

  it.each(closed)('$name needs a session', async (named) => {
    const { status, text } = await send(named);
    expect([status, refusal.parse(JSON.parse(text)).code]).toEqual([401, 'session-needed']);
  });

  it.each(closed)(
    '$name shows a token no more, and lets it write nothing that reads',
    async (named) => {
      const body = { id: newId<'token'>(), name: 'A', scopes: ['read' as const], expiresAt: null };
      const { secret } = (await callers.get('user')?.ask(addToken, { body })) ?? {};
      const { status, text } = await send(named, { authorization: `Bearer ${secret}` });
      expect(text).not.toContain('Secret');
      const { scope } = named.endpoint;
      if (scope === 'read') expect(status).not.toBe(401);
      else expect([status, refusal.parse(JSON.parse(text)).code]).toEqual([403, lacking[scope]]);
    },
  );

  it.each(closed)(
    '$name is closed to a page’s token but for what is made for it',
    async (named) => {
      const { headers } = await aConnection(server, own, 'native-plugin');
      const { status, text } = await send(named, headers);
      const { scope } = named.endpoint;
      const code = scope === 'session' ? 'token-not-enough' : 'token-scope-needed';
      if (scope === 'plugin') expect(status).toBe(200);
      else expect([status, refusal.parse(JSON.parse(text)).code]).toEqual([403, code]);
    },
  );

  it.each(closed)('$name is closed to a page with the token of another page', async (named) => {
    const { headers } = await aConnection(server, own, 'native-plugin');
    const { status, text } = await send(named, { ...headers, origin: 'https://hostile.example' });
    const { code } = refusal.parse(JSON.parse(text));
    expect([status, code]).toEqual([403, 'origin-not-allowed']);
  });

  const cases = closed.flatMap((named) => accountRoles.map((role) => ({ ...named, role })));
  it.each(cases)(
    '$name shows a $role nothing of another account, and changes nothing there',
    async ({ role, ...named }) => {
      const before = await contents();
      const { status, text } = await send(named, { cookie: callers.get(role)?.cookie ?? '' });
      expect(text).not.toContain('Secret');
      for (const id of Object.values(things)) expect(text).not.toContain(id);
      const namesAThing = named.endpoint.path.includes(':') || takingIds.includes(named.name);
      if (namesAThing) {
        const { code } = refusal.parse(JSON.parse(text));
        const expected =
          named.endpoint.access === 'administrator' && role !== 'administrator'
            ? ['right-needed']
            : ['not-found', 'provider-unknown'];
        expect(expected).toContain(code);
      } else {
        // A right guess would end the sessions of the callers.
        const guess = named.name === 'changePassword';
        expect(guess ? [422] : [200, 403, 404]).toContain(status);
      }
      expect(await contents()).toBe(before);
    },
  );
});
