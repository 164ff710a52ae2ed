import { listAudit } from '@timegrove/contract/audit.ts';
import {
  addEntry,
  changeEntry,
  deleteEntry,
  listEntries,
  listPeopleTracking,
  undeleteEntry,
  type Entry,
} from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addTag } from '@timegrove/contract/tags.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { GroupId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let kim: Person;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  server.clock.set('2026-03-02T20:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account, { name: 'Kim' });
});

const query = { from: '2026-03-02', to: '2026-03-02' };

async function sees(person: Person, whose: Person): Promise<string[]> {
  const asked = { ...query, memberId: whose.memberId };
  return (await person.ask(listEntries, { query: asked })).entries.map(({ note }) => note);
}

async function adds(
  person: Person,
  note: string,
  more: { taskId?: TaskId; memberId?: Person['memberId'] } = {},
): Promise<Entry> {
  const times = { startedAt: '2026-03-02T08:00:00Z', stoppedAt: '2026-03-02T09:00:00Z' };
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC', note, ...times, ...more };
  return person.ask(addEntry, { body });
}

async function aGroup(...members: Person[]): Promise<void> {
  const { db } = server.database;
  const [account_id, group_id] = [account.id, newId<'group'>()];
  const group: { id: GroupId; name: string } = { id: group_id, name: `Group ${group_id}` };
  await db
    .insertInto('member_group')
    .values({ account_id, ...group, created_at: server.clock.now() })
    .execute();
  await db
    .insertInto('member_of_group')
    .values(members.map(({ memberId }) => ({ account_id, group_id, member_id: memberId })))
    .execute();
}

async function people(person: Person) {
  const { members } = await person.ask(listPeopleTracking);
  return new Map(members.map(({ id, sees: what, mayChange }) => [id, { what, mayChange }]));
}

describe('whose time a supervisor sees', () => {
  it("is everybody's in no group, and in groups the time of those who share one", async () => {
    const [ann, robin] = [await aMember(account, { role: 'supervisor' }), await aMember(account)];
    await adds(kim, 'By Kim');
    await adds(robin, 'By Robin');
    expect([await sees(ann, kim), await sees(ann, robin)]).toEqual([['By Kim'], ['By Robin']]);
    await aGroup(ann);
    await aGroup(ann, kim);
    await aGroup(robin, kim);
    expect(await sees(ann, kim)).toEqual(['By Kim']);
    expect((await refusalOf(sees(ann, robin))).code).toBe('right-needed');
    expect([...(await people(ann))].map(([id]) => id).sort()).toEqual(
      [ann.memberId, kim.memberId].sort(),
    );
  });

  it('is not changed by them', async () => {
    const ann = await aMember(account, { role: 'supervisor' });
    const { id: entryId } = await adds(kim, 'By Kim');
    const change = async () =>
      ann.ask(changeEntry, { params: { entryId }, body: { note: 'Mine' } });
    expect((await refusalOf(change())).code).toBe('right-needed');
    await aGroup(ann);
    expect((await refusalOf(change())).code).toBe('not-found');
    expect((await refusalOf(adds(ann, 'For Kim', { memberId: kim.memberId }))).code).toBe(
      'right-needed',
    );
  });
});

describe('whose time a project manager sees', () => {
  it('is what is on the managed branches', async () => {
    const [ours, others] = [await aTask(account), await aTask(account)];
    const below = await aTask(account, { parent: ours });
    const ann = await aMember(account);
    await anAssignment(account, ours, ann, 'project-manager');
    await anAssignment(account, others, ann, 'regular-user');
    await anAssignment(account, below, kim);
    await anAssignment(account, others, kim);
    await adds(kim, 'Ours', { taskId: below });
    const foreign = await adds(kim, 'Other', { taskId: others });
    await adds(kim, 'No task');
    const stranger = await aMember(account);
    expect(await sees(ann, kim)).toEqual(['Ours']);
    expect(await sees(kim, kim)).toHaveLength(3);
    expect((await refusalOf(sees(stranger, kim))).code).toBe('right-needed');
    const params = { entryId: foreign.id };
    expect((await refusalOf(ann.ask(deleteEntry, { params }))).code).toBe('not-found');
    expect(await people(ann)).toEqual(
      new Map([
        [ann.memberId, { what: 'everything', mayChange: true }],
        [kim.memberId, { what: 'managed-branches', mayChange: false }],
      ]),
    );
    expect([...(await people(stranger)).keys()]).toEqual([stranger.memberId]);
  });

  it('counts who is assigned above the branch too', async () => {
    const root = await aTask(account);
    const ours = await aTask(account, { parent: root });
    const ann = await aMember(account);
    await anAssignment(account, ours, ann, 'project-manager');
    await anAssignment(account, root, kim);
    expect((await people(ann)).get(kim.memberId)).toMatchObject({ what: 'managed-branches' });
  });
});

describe('what an administrator does to the time of others', () => {
  it('needs a session, and a member of the account', async () => {
    expect((await refusalOf(server.ask(listPeopleTracking))).code).toBe('session-needed');
    const stranger = (await anAccount(server)).administrator;
    const { memberId } = kim;
    expect((await refusalOf(adds(stranger, 'For Kim', { memberId }))).code).toBe('not-found');
    expect((await people(account.administrator)).get(memberId)).toEqual({
      what: 'everything',
      mayChange: true,
    });
  });

  it('is shown on the entry until the member changes it', async () => {
    const { id: entryId } = await adds(kim, 'By Kim');
    const params = { entryId };
    const trace = {
      memberId: account.administrator.memberId,
      name: 'Robin',
      at: '2026-03-02T20:00:00.000Z',
    };
    const body = { note: 'By Robin' };
    const changed = await account.administrator.ask(changeEntry, { params, body });
    expect(changed).toMatchObject({ note: 'By Robin', changedBy: trace });
    expect((await kim.ask(listEntries, { query })).entries).toEqual([changed]);
    const back = await kim.ask(changeEntry, { params, body: { note: 'By Kim' } });
    expect(back.changedBy).toBeNull();
  });

  it('is written into the audit log, and own time is not', async () => {
    const { administrator } = account;
    const taskId = await aTask(account, { name: 'Logo' });
    await anAssignment(account, taskId, kim);
    const { id: entryId } = await adds(kim, 'By Kim');
    const params = { entryId };
    await kim.ask(changeEntry, { params, body: { note: 'Still by Kim' } });
    const tag = { id: newId<'tag'>(), name: 'Urgent', color: null };
    await administrator.ask(addTag, { body: tag });
    const body = { note: 'By Robin', taskId, tagIds: [tag.id] };
    await administrator.ask(changeEntry, { params, body });
    server.clock.advance({ minutes: 1 });
    await administrator.ask(deleteEntry, { params });
    server.clock.advance({ minutes: 1 });
    await administrator.ask(undeleteEntry, { params });
    const { audited } = await administrator.ask(listAudit, { query: { thing: 'entry' } });
    expect(audited.map(({ action, thingId, name }) => [action, thingId, name])).toEqual([
      ['undeleted', entryId, 'Kim, 2026-03-02'],
      ['deleted', entryId, 'Kim, 2026-03-02'],
      ['changed', entryId, 'Kim, 2026-03-02'],
    ]);
    expect(audited.at(-1)?.changes).toEqual({
      note: { before: 'Still by Kim', after: 'By Robin' },
      task: { before: null, after: 'Logo' },
      tags: { before: [], after: ['Urgent'] },
    });
  });

  it('can be adding, with the rights of the one whose time it is', async () => {
    const { administrator } = account;
    const taskId = await aTask(account, { name: 'Logo' });
    const given = { taskId, memberId: kim.memberId };
    expect((await refusalOf(adds(administrator, 'For Kim', given))).code).toBe('task-not-assigned');
    await anAssignment(account, taskId, kim);
    const added = await adds(administrator, 'For Kim', given);
    expect(added).toMatchObject({ memberId: kim.memberId, changedBy: { name: 'Robin' } });
    expect(await sees(kim, kim)).toEqual(['For Kim']);
    expect(await sees(administrator, administrator)).toEqual([]);
  });

  it('can be stopping a timer', async () => {
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    await kim.ask(startTimer, { body });
    const stopped = await account.administrator.ask(stopTimer, { params: { entryId: body.id } });
    expect(stopped.changedBy).toMatchObject({ name: 'Robin' });
  });
});
