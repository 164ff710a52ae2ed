import { listAudit } from '@timegrove/contract/audit.ts';
import { changeMember, listMembers } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe, signIn } from '@timegrove/contract/session.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import { expect, test, vi } from 'vitest';
import { listen } from '../../database/listen.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, aTask, anAssignment, type Person } from '../../testing/world.ts';

const server = await aServer();

async function aRunningTimer(accountId: Parameters<typeof entriesOf>[0], person: Person) {
  const id = newId<'entry'>();
  await server.database.db
    .insertInto('entry')
    .values({
      account_id: accountId,
      id,
      member_id: person.memberId,
      task_id: null,
      started_at: new Date(server.clock.now().getTime() - 3_600_000),
      zone: 'Europe/Berlin',
      day: '2026-03-02',
      created_at: server.clock.now(),
    })
    .execute();
  return id;
}

async function entriesOf(accountId: Awaited<ReturnType<typeof anAccount>>['id'], person: Person) {
  return server.database.db
    .selectFrom('entry')
    .select(['id', 'stopped_at', 'deleted_at'])
    .where('account_id', '=', accountId)
    .where('member_id', '=', person.memberId)
    .execute();
}

async function demote(by: Person, whom: Person): Promise<unknown> {
  const params = { memberId: whom.memberId };
  return by.ask(changeMember, { params, body: { role: 'user' } });
}

test('needs a session and an administrator, and another account’s member is not found', async () => {
  const account = await anAccount(server);
  const stranger = await anAccount(server);
  const user = await aMember(account);
  const supervisor = await aMember(account, { role: 'supervisor' });
  const given = { params: { memberId: user.memberId }, body: { role: 'supervisor' } } as const;
  expect(await refusalOf(server.ask(changeMember, given))).toMatchObject({
    code: 'session-needed',
  });
  for (const { ask } of [user, supervisor]) {
    expect(await refusalOf(ask(changeMember, given))).toMatchObject({ code: 'right-needed' });
  }
  expect(await refusalOf(stranger.administrator.ask(changeMember, given))).toMatchObject({
    code: 'not-found',
    message: 'This member does not exist, or you may not see it.',
  });
});

test('an administrator changes a role; what is left out stays', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const user = await aMember(account, { name: 'Mia' });
  const params = { memberId: user.memberId };
  expect(await ask(changeMember, { params, body: { role: 'supervisor' } })).toMatchObject({
    id: user.memberId,
    name: 'Mia',
    role: 'supervisor',
    active: true,
  });
  expect(await ask(changeMember, { params, body: {} })).toMatchObject({ role: 'supervisor' });
  expect(await user.ask(readMe)).toMatchObject({ role: 'supervisor' });
});

test('deactivating stops the timer now, ends the sessions and keeps the time', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const user = await aMember(account);
  const task = await aTask(account);
  await anAssignment(account, task, user);
  const entry = await aRunningTimer(account.id, user);
  const params = { memberId: user.memberId };
  const changed = await ask(changeMember, { params, body: { active: false } });
  expect(changed.active).toBe(false);
  expect(await entriesOf(account.id, user)).toEqual([
    { id: entry, stopped_at: server.clock.now(), deleted_at: null },
  ]);
  expect(await refusalOf(user.ask(readMe))).toMatchObject({ code: 'session-needed' });
  const { email, password } = user;
  expect(await refusalOf(server.ask(signIn, { body: { email, password } }))).toMatchObject({
    code: 'member-deactivated',
  });
  await ask(changeMember, { params, body: { active: true } });
  expect(await server.ask(signIn, { body: { email, password } })).toMatchObject({ email });
  const kept = await server.database.db
    .selectFrom('assignment')
    .select('role')
    .where('member_id', '=', user.memberId)
    .execute();
  expect(kept).toEqual([{ role: 'regular-user' }]);
});

test('changing only the role leaves a running timer and the session alone', async () => {
  const account = await anAccount(server);
  const user = await aMember(account);
  await aRunningTimer(account.id, user);
  await account.administrator.ask(changeMember, {
    params: { memberId: user.memberId },
    body: { role: 'supervisor', active: true },
  });
  expect(await entriesOf(account.id, user)).toMatchObject([{ stopped_at: null }]);
  expect(await user.ask(readMe)).toMatchObject({ role: 'supervisor' });
});

test('the last active administrator can neither be demoted nor deactivated', async () => {
  const account = await anAccount(server);
  const { ask, memberId } = account.administrator;
  // One that does not count, because nobody can sign in as them.
  await aMember(account, { role: 'administrator', active: false });
  for (const body of [{ role: 'user' }, { role: 'supervisor' }, { active: false }] as const) {
    expect(await refusalOf(ask(changeMember, { params: { memberId }, body }))).toMatchObject({
      code: 'last-administrator',
      status: 409,
    });
  }
  expect(await ask(changeMember, { params: { memberId }, body: { active: true } })).toMatchObject({
    role: 'administrator',
  });
  await aMember(account, { role: 'administrator' });
  const demoted = await ask(changeMember, { params: { memberId }, body: { role: 'user' } });
  expect(demoted.role).toBe('user');
});

test('two administrators who demote each other at once leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const account = await anAccount(server);
    const first = account.administrator;
    const second = await aMember(account, { role: 'administrator' });
    const answers = await Promise.allSettled([demote(first, second), demote(second, first)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { members } = await first.ask(listMembers);
    expect(members.filter(({ role }) => role === 'administrator')).toHaveLength(1);
  }
});

/** Runs two requests that both wait for the member's row, the first of them served first. */
async function inTurn<One, Two>(
  memberId: Person['memberId'],
  first: () => Promise<One>,
  second: () => Promise<Two>,
): Promise<[PromiseSettledResult<One>, PromiseSettledResult<Two>]> {
  const { pool } = server.database;
  const client = await pool.connect();
  const waiting = async () => {
    const { rows } = await pool.query<{ count: number }>(
      "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0]?.count;
  };
  try {
    await client.query('begin');
    await client.query('select from member where id = $1 for update', [memberId]);
    const one = first();
    await expect.poll(waiting).toBe(1);
    const two = second();
    await expect.poll(waiting).toBe(2);
    await client.query('commit');
    return await Promise.allSettled([one, two]);
  } finally {
    client.release();
  }
}

const starting = (user: Person) => async () =>
  user.ask(startTimer, { body: { id: newId<'entry'>(), taskId: null, zone: 'Europe/Berlin' } });

test('a timer started at the instant of its owner’s deactivation does not stay running', async () => {
  const account = await anAccount(server);
  const deactivating = (user: Person) => async () =>
    account.administrator.ask(changeMember, {
      params: { memberId: user.memberId },
      body: { active: false },
    });
  const early = await aMember(account);
  const earlier = await inTurn(early.memberId, starting(early), deactivating(early));
  expect(earlier).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
  expect(await entriesOf(account.id, early)).toMatchObject([{ stopped_at: server.clock.now() }]);
  const late = await aMember(account);
  const later = await inTurn(late.memberId, deactivating(late), starting(late));
  expect(later).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { refusal: { code: 'member-deactivated' } } },
  ]);
  expect(await entriesOf(account.id, late)).toEqual([]);
});

test('an unknown role is refused', async () => {
  const account = await anAccount(server);
  const reply = await server.app.inject({
    method: 'PATCH',
    url: `/api/members/${account.administrator.memberId}`,
    headers: { cookie: account.administrator.cookie },
    payload: { role: 'owner' },
  });
  expect(reply.json()).toMatchObject({ code: 'input-invalid', field: 'body.role' });
});

test('everybody hears of a changed member, and the member alone of the stopped timer', async () => {
  const account = await anAccount(server);
  const user = await aMember(account);
  const entry = await aRunningTimer(account.id, user);
  const heard: unknown[] = [];
  const listener = await listen(server.database.url, {
    hear: (payload) => void heard.push(JSON.parse(payload)),
    listening: () => {},
  });
  const { memberId } = user;
  await account.administrator.ask(changeMember, { params: { memberId }, body: { active: false } });
  const accountId = account.id;
  await vi.waitFor(() => {
    expect(heard).toEqual([
      { accountId, memberId, topic: 'timer', id: entry },
      { accountId, memberId, topic: 'entries', id: entry },
      { accountId, topic: 'members', id: memberId },
    ]);
  });
  await listener.close();
});

test('what is done to a member is written down, and what changes nothing is not', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const mia = await aMember(account, { name: 'Mia' });
  const params = { memberId: mia.memberId };
  for (const body of [{ role: 'supervisor' }, { role: 'supervisor' }, { active: false }] as const) {
    await ask(changeMember, { params, body });
    server.clock.advance({ seconds: 1 });
  }
  const { audited } = await ask(listAudit, { query: { thing: 'member' } });
  expect(audited).toMatchObject([
    { action: 'changed', name: 'Mia', changes: { active: { before: true, after: false } } },
    { action: 'changed', name: 'Mia', changes: { role: { before: 'user', after: 'supervisor' } } },
  ]);
});
