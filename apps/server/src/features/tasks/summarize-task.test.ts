import { changeMe } from '@timegrove/contract/session.ts';
import { summarizeTask } from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addEntry } from '@timegrove/contract/entries.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

const server = await aServer();
const minutes = 60;
let account: TestAccount;
let shop: TaskId;
let design: TaskId;
let kim: Person;
let ben: Person;

// A Wednesday.
beforeEach(async () => {
  server.clock.set('2026-11-18T12:00:00.000Z');
  account = await anAccount(server);
  shop = await aTask(account, { name: 'Shop' });
  design = await aTask(account, { name: 'Design', parent: shop });
  kim = await aMember(account, { name: 'Kim' });
  ben = await aMember(account, { name: 'Ben' });
  await anAssignment(account, shop, kim);
  await anAssignment(account, shop, ben);
});

async function tracks(person: Person, taskId: TaskId | null, startedAt: string, stoppedAt: string) {
  const body = { id: newId<'entry'>(), taskId, startedAt, stoppedAt, zone: 'UTC' };
  await person.ask(addEntry, { body });
}

async function summaryFor(person: Person, taskId = shop) {
  return person.ask(summarizeTask, { params: { taskId } });
}

describe('the time on a branch', () => {
  it("needs a session, and does not find another account's or an unseen task", async () => {
    const params = { taskId: await aTask(await anAccount(server)) };
    expect(await refusalOf(server.ask(summarizeTask, { params }))).toMatchObject({
      code: 'session-needed',
    });
    const hidden = await aTask(account);
    expect(await refusalOf(summaryFor(kim, params.taskId))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(summaryFor(kim, hidden))).toMatchObject({ code: 'not-found' });
  });

  it('is nothing where nobody tracked', async () => {
    expect(await summaryFor(account.administrator)).toEqual({
      whose: 'everybody',
      today: 0,
      thisWeek: 0,
      total: 0,
      members: [],
    });
  });

  it('sums today, this week and all, with everything below, and a running timer up to now', async () => {
    await tracks(kim, shop, '2026-11-18T08:00:00Z', '2026-11-18T08:30:00Z');
    await tracks(kim, design, '2026-11-16T08:00:00Z', '2026-11-16T09:00:00Z');
    await tracks(ben, design, '2026-11-15T08:00:00Z', '2026-11-15T10:00:00Z');
    await tracks(ben, null, '2026-11-18T06:00:00Z', '2026-11-18T07:00:00Z');
    await ben.ask(startTimer, {
      body: {
        id: newId<'entry'>(),
        taskId: design,
        zone: 'UTC',
        startedAt: '2026-11-18T11:50:00Z',
      },
    });
    expect(await summaryFor(account.administrator)).toEqual({
      whose: 'everybody',
      today: 40 * minutes,
      thisWeek: 100 * minutes,
      total: 220 * minutes,
      members: [
        { memberId: ben.memberId, name: 'Ben', total: 130 * minutes },
        { memberId: kim.memberId, name: 'Kim', total: 90 * minutes },
      ],
    });
    expect((await summaryFor(account.administrator, design)).total).toBe(190 * minutes);
  });

  it("shows a user the own, a project manager everybody's, a supervisor that of the own people", async () => {
    const lead = await aMember(account, { name: 'Lea', role: 'supervisor' });
    const manager = await aMember(account, { name: 'Max' });
    await anAssignment(account, shop, lead);
    await anAssignment(account, shop, manager, 'project-manager');
    await tracks(kim, shop, '2026-11-18T08:00:00Z', '2026-11-18T08:30:00Z');
    await tracks(ben, shop, '2026-11-18T08:00:00Z', '2026-11-18T09:00:00Z');
    const group_id = newId<'group'>();
    const { db } = server.database;
    await db
      .insertInto('member_group')
      .values({
        account_id: account.id,
        id: group_id,
        name: 'Design',
        created_at: server.clock.now(),
      })
      .execute();
    for (const { memberId } of [lead, ben]) {
      await db
        .insertInto('member_of_group')
        .values({ account_id: account.id, group_id, member_id: memberId })
        .execute();
    }
    expect(await summaryFor(kim)).toMatchObject({ whose: 'own', total: 30 * minutes });
    expect(await summaryFor(manager)).toMatchObject({ whose: 'everybody', total: 90 * minutes });
    expect(await summaryFor(lead)).toMatchObject({
      whose: 'own-people',
      total: 60 * minutes,
      members: [{ name: 'Ben' }],
    });
  });

  it("begins the week where the member's begins", async () => {
    await tracks(kim, shop, '2026-11-16T08:00:00Z', '2026-11-16T09:00:00Z');
    expect((await summaryFor(kim)).thisWeek).toBe(60 * minutes);
    await kim.ask(changeMe, { body: { weekStart: 2 } });
    expect((await summaryFor(kim)).thisWeek).toBe(0);
  });
});
