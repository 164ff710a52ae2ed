import { listAudit } from '@timegrove/contract/audit.ts';
import {
  addGroup,
  assignGroup,
  changeGroup,
  deleteGroup,
  listGroups,
} from '@timegrove/contract/groups.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { listAssignments, searchTasks } from '@timegrove/contract/tasks.ts';
import { expect, test } from 'vitest';
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

async function aGroup(account: TestAccount, name: string, members: readonly Person[] = []) {
  const memberIds = members.map(({ memberId }) => memberId);
  const body = { id: newId<'group'>(), name, memberIds };
  return account.administrator.ask(addGroup, { body });
}

test('need a session and an administrator; another account’s group is not found', async () => {
  const account = await anAccount(server);
  const group = await aGroup(account, 'Design');
  const params = { groupId: group.id };
  const body = { id: newId<'group'>(), name: 'Other' };
  const supervisor = await aMember(account, { role: 'supervisor' });
  const stranger = (await anAccount(server)).administrator;
  for (const [ask, code] of [
    [server.ask, 'session-needed'],
    [supervisor.ask, 'right-needed'],
    [stranger.ask, 'not-found'],
  ] as const) {
    expect((await refusalOf(ask(changeGroup, { params, body: {} }))).code).toBe(code);
    expect((await refusalOf(ask(deleteGroup, { params }))).code).toBe(code);
    if (code !== 'not-found') expect((await refusalOf(ask(addGroup, { body }))).code).toBe(code);
  }
  expect((await refusalOf(server.ask(listGroups))).code).toBe('session-needed');
  expect(await stranger.ask(listGroups)).toEqual({ groups: [] });
});

test('groups are listed by name with who is in them; a user sees the active ones', async () => {
  const account = await anAccount(server);
  const [mia, gone] = [await aMember(account), await aMember(account, { active: false })];
  const sales = await aGroup(account, 'Sales', [mia, gone]);
  const design = await aGroup(account, 'Design');
  expect(sales.memberIds).toEqual([mia.memberId, gone.memberId].toSorted());
  expect(await account.administrator.ask(listGroups)).toEqual({ groups: [design, sales] });
  expect((await mia.ask(listGroups)).groups).toEqual([
    design,
    { ...sales, memberIds: [mia.memberId] },
  ]);
});

test('a group changes its name and its members, and what is left out stays', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const [mia, noa] = [await aMember(account), await aMember(account)];
  const { id } = await aGroup(account, 'Design', [mia]);
  const params = { groupId: id };
  expect(await ask(changeGroup, { params, body: { name: ' Product ' } })).toEqual({
    id,
    name: 'Product',
    memberIds: [mia.memberId],
  });
  const add = [noa.memberId, noa.memberId];
  const remove = [mia.memberId];
  expect(await ask(changeGroup, { params, body: { add, remove } })).toEqual({
    id,
    name: 'Product',
    memberIds: [noa.memberId],
  });
  expect(await ask(changeGroup, { params, body: { add, remove } })).toMatchObject({
    memberIds: [noa.memberId],
  });
});

test('two administrators who change one group at the same time both get their way', async () => {
  const account = await anAccount(server);
  const other = await aMember(account, { role: 'administrator' });
  const [mia, noa, tom] = [await aMember(account), await aMember(account), await aMember(account)];
  const { id } = await aGroup(account, 'Design', [tom]);
  const params = { groupId: id };
  await Promise.all([
    account.administrator.ask(changeGroup, { params, body: { add: [mia.memberId] } }),
    other.ask(changeGroup, {
      params,
      body: { name: 'Product', add: [noa.memberId], remove: [tom.memberId] },
    }),
  ]);
  expect(await account.administrator.ask(listGroups)).toEqual({
    groups: [{ id, name: 'Product', memberIds: [mia.memberId, noa.memberId].toSorted() }],
  });
});

test('two groups of one account cannot have one name, in whatever case', async () => {
  const account = await anAccount(server);
  const design = await aGroup(account, 'Design');
  const sales = await aGroup(account, 'Sales');
  expect(await refusalOf(aGroup(account, 'DESIGN'))).toMatchObject({
    code: 'group-name-taken',
    status: 409,
    message: 'There already is a group “DESIGN”.',
  });
  const params = { groupId: sales.id };
  const renamed = account.administrator.ask(changeGroup, { params, body: { name: 'design' } });
  expect((await refusalOf(renamed)).code).toBe('group-name-taken');
  const same = { params: { groupId: design.id }, body: { name: 'design' } };
  expect(await account.administrator.ask(changeGroup, same)).toMatchObject({ name: 'design' });
  await aGroup(await anAccount(server), 'Design');
});

test('the same id again changes nothing; with another name it is refused', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const group = await aGroup(account, 'Design');
  expect(await ask(addGroup, { body: { id: group.id, name: 'Design' } })).toEqual(group);
  const other = ask(addGroup, { body: { id: group.id, name: 'Sales' } });
  expect((await refusalOf(other)).code).toBe('id-taken');
});

test('a stranger does not get into a group', async () => {
  const account = await anAccount(server);
  const stranger = await aMember(await anAccount(server));
  expect((await refusalOf(aGroup(account, 'Design', [stranger]))).code).toBe('not-found');
  expect(await account.administrator.ask(listGroups)).toEqual({ groups: [] });
});

test('a group is assigned as its active members are then, and its end takes nothing away', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const task = await aTask(account, { name: 'Website' });
  const [mia, noa, gone] = [
    await aMember(account, { name: 'Mia' }),
    await aMember(account, { name: 'Noa' }),
    await aMember(account, { active: false }),
  ];
  await anAssignment(account, task, noa, 'guest', 'rule');
  const { id: groupId } = await aGroup(account, 'Design', [mia, noa, gone]);
  const given = { params: { taskId: task, groupId }, body: { role: 'guest' as const } };
  expect(await ask(assignGroup, given)).toEqual({ changed: 1 });
  expect(await ask(assignGroup, { ...given, body: { role: 'regular-user' } })).toEqual({
    changed: 2,
  });
  const late = await aMember(account);
  await ask(changeGroup, { params: { groupId }, body: { add: [late.memberId] } });
  await ask(deleteGroup, { params: { groupId } });
  const { assignments } = await ask(listAssignments, { params: { taskId: task } });
  expect(assignments.map(({ name, role, origin }) => [name, role, origin])).toEqual([
    ['Mia', 'regular-user', 'hand'],
    ['Noa', 'regular-user', 'hand'],
  ]);
  expect((await mia.ask(searchTasks, { query: { q: 'website' } })).tasks).toHaveLength(1);
});

test('only who manages a branch assigns a group to it', async () => {
  const account = await anAccount(server);
  const task = await aTask(account);
  const [manager, user] = [await aMember(account), await aMember(account)];
  await anAssignment(account, task, manager, 'project-manager');
  await anAssignment(account, task, user);
  const { id: groupId } = await aGroup(account, 'Design', [user]);
  const given = { params: { taskId: task, groupId }, body: { role: 'guest' as const } };
  expect((await refusalOf(user.ask(assignGroup, given))).code).toBe('right-needed');
  expect(await manager.ask(assignGroup, given)).toEqual({ changed: 1 });
  const nobody = { ...given, params: { taskId: task, groupId: newId<'group'>() } };
  expect((await refusalOf(manager.ask(assignGroup, nobody))).code).toBe('not-found');
});

test('what is done to groups is written down by name', async () => {
  const account = await anAccount(server);
  const { ask } = account.administrator;
  const mia = await aMember(account, { name: 'Mia' });
  const noa = await aMember(account, { name: 'Noa' });
  const { id } = await aGroup(account, 'Design', [noa]);
  const params = { groupId: id };
  await ask(changeGroup, { params, body: { name: 'Product', add: [mia.memberId] } });
  await ask(deleteGroup, { params });
  const { audited } = await ask(listAudit, { query: { thing: 'group' } });
  expect(new Set(audited.map(({ action, name }) => `${action} ${name}`))).toEqual(
    new Set(['added Design', 'changed Product', 'deleted Product']),
  );
  expect(audited.find(({ action }) => action === 'added')?.changes).toEqual({
    members: { before: null, after: ['Noa'] },
  });
  expect(audited.find(({ action }) => action === 'changed')?.changes).toEqual({
    name: { before: 'Design', after: 'Product' },
    members: { before: ['Noa'], after: ['Mia', 'Noa'] },
  });
});
