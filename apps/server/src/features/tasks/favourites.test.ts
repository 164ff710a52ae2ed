import {
  dropFavourite,
  keepFavourite,
  listFavouriteTasks,
  type TaskWithPath,
} from '@timegrove/contract/tasks.ts';
import { newId } from '@timegrove/contract/new-id.ts';
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
let account: TestAccount;
let kim: Person;
let design: TaskId;

beforeEach(async () => {
  account = await anAccount(server);
  kim = await aMember(account);
  const shop = await aTask(account, { name: 'Shop' });
  design = await aTask(account, { name: 'Design', parent: shop });
  await anAssignment(account, design, kim);
});

async function favouritesOf(person: Person): Promise<readonly TaskWithPath[]> {
  return (await person.ask(listFavouriteTasks)).tasks;
}

describe('who may keep favourites', () => {
  it('needs a session', async () => {
    const params = { taskId: design };
    for (const endpoint of [keepFavourite, dropFavourite]) {
      expect(await refusalOf(server.ask(endpoint, { params }))).toMatchObject({
        code: 'session-needed',
      });
    }
    expect(await refusalOf(server.ask(listFavouriteTasks))).toMatchObject({
      code: 'session-needed',
    });
  });

  it("does not find another account's task, nor one that the member cannot see", async () => {
    const other = await aTask(await anAccount(server));
    const hidden = await aTask(account, { name: 'Hidden' });
    for (const taskId of [other, hidden]) {
      expect(await refusalOf(kim.ask(keepFavourite, { params: { taskId } }))).toMatchObject({
        code: 'not-found',
      });
    }
  });
});

describe('favourites', () => {
  it('are the own ones, by name, with their path; kept and dropped as often as one likes', async () => {
    const art = await aTask(account, { name: 'art' });
    await anAssignment(account, art, kim);
    for (const taskId of [design, art, design])
      await kim.ask(keepFavourite, { params: { taskId } });
    expect(await favouritesOf(kim)).toMatchObject([
      { name: 'art', path: [] },
      { name: 'Design', path: [{ name: 'Shop' }], trackable: true },
    ]);
    expect(await favouritesOf(account.administrator)).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      await kim.ask(dropFavourite, { params: { taskId: art } });
    }
    expect((await favouritesOf(kim)).map(({ name }) => name)).toEqual(['Design']);
  });

  it('keep an archived task and say so; a start on it is refused with the sentence of the rule', async () => {
    await kim.ask(keepFavourite, { params: { taskId: design } });
    await server.database.db
      .updateTable('task')
      .set({ archived_at: server.clock.now(), archived_reason: 'by-hand' })
      .where('account_id', '=', account.id)
      .where('id', '=', design)
      .execute();
    expect(await favouritesOf(kim)).toMatchObject([
      { name: 'Design', archived: { reason: 'by-hand' }, trackable: false },
    ]);
    const body = { id: newId<'entry'>(), taskId: design, zone: 'UTC' };
    expect(await refusalOf(kim.ask(startTimer, { body }))).toMatchObject({
      code: 'task-archived',
      message: '“Design” is archived, so no new time can be put on it.',
    });
  });

  it('no longer show a task that the member may no longer see', async () => {
    await kim.ask(keepFavourite, { params: { taskId: design } });
    await server.database.db
      .deleteFrom('assignment')
      .where('account_id', '=', account.id)
      .where('member_id', '=', kim.memberId)
      .execute();
    expect(await favouritesOf(kim)).toEqual([]);
  });

  it('are at most a hundred', async () => {
    for (let nth = 0; nth < 100; nth += 1) {
      const taskId = await aTask(account, { name: `Task ${nth}`, parent: design });
      await kim.ask(keepFavourite, { params: { taskId } });
    }
    const params = { taskId: design };
    expect(await refusalOf(kim.ask(keepFavourite, { params }))).toMatchObject({
      code: 'favourites-full',
      message: 'You can keep at most 100 favourites. Take one off first.',
    });
  });
});
