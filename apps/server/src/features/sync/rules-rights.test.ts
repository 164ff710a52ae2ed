import { listEntries } from '@timegrove/contract/entries.ts';
import { explainTask } from '@timegrove/contract/explanations.ts';
import { saveSelection, unlinkIntegration } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import {
  addTask,
  archiveTask,
  assign,
  changeTask,
  listArchivedTasks,
  listAssignments,
  listTasks,
  moveTask,
  readTask,
  restoreTask,
  searchTasks,
  unassign,
} from '@timegrove/contract/tasks.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, aSibling } from '../../testing/branch.ts';
import {
  aLink,
  integrationOf,
  reenabled,
  syncedAgain,
  taskOf,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import {
  aMember,
  anAccount,
  anAssignment,
  aTask,
  type Person,
  type TestAccount,
} from '../../testing/world.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;

beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
});

const zone = 'Europe/Berlin';

async function rootOf(link: Link): Promise<TaskId> {
  const { rootTaskId } = await integrationOf(link);
  if (rootTaskId === null) throw new Error('there is no root yet');
  return rootTaskId;
}

/** Somebody who has no assignment at all, whatever the provider's rule gave. */
async function anOutsider(link: Link): Promise<Person> {
  const member = await aMember(account);
  await syncedAgain(link);
  const params = { taskId: await rootOf(link), memberId: member.memberId };
  const { assignments } = await account.administrator.ask(listAssignments, { params });
  if (assignments.some(({ memberId }) => memberId === member.memberId))
    await account.administrator.ask(unassign, { params });
  return member;
}

async function track({ ask }: Person, taskId: TaskId) {
  return ask(startTimer, { body: { id: newId<'entry'>(), taskId, zone } });
}

/** Everything that would change the structure at a task, as somebody tries it. */
function structureOf({ ask }: Person, taskId: TaskId, own: TaskId): Record<string, Trying> {
  const params = { taskId };
  const body = { id: newId<'task'>(), parentId: taskId, name: 'A detail' };
  return {
    rename: async () => ask(changeTask, { params, body: { name: 'Mine now' } }),
    move: async () => ask(moveTask, { params, body: { parentId: own } }),
    'move to the top': async () => ask(moveTask, { params, body: { parentId: null } }),
    archive: async () => ask(archiveTask, { params }),
    restore: async () => ask(restoreTask, { params }),
    'add below': async () => ask(addTask, { body }),
    'move an own one below': async () =>
      ask(moveTask, { params: { taskId: own }, body: { parentId: taskId } }),
  };
}
type Trying = () => Promise<unknown>;

describe.each(everyProvider)('rule 1 with $name', ({ id, name }) => {
  it('refuses every change of the structure to everybody, and names the provider', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const away = aBranch(vendor, 'Away');
    const link = await aLink(account, vendor);
    vendor.act('delete', away.of('project'));
    await syncedAgain(link);
    const own = await aTask(account, { name: 'Own' });
    const manager = await aMember(account);
    for (const task of [own, await rootOf(link)])
      await anAssignment(account, task, manager, 'project-manager');
    const before = await treeOf(account);
    const imported = [...branch.nodes, away.of('project'), away.leaf];
    const tasks = await Promise.all(imported.map(async (node) => taskOf(link, node)));
    for (const person of [account.administrator, manager]) {
      for (const task of [await rootOf(link), ...tasks]) {
        for (const [what, attempt] of Object.entries(structureOf(person, task, own))) {
          const refusal = await refusalOf(attempt());
          expect([what, refusal.code, refusal.status]).toEqual([what, 'task-read-only', 409]);
          expect(refusal.message).toContain(`comes from ${name}`);
        }
      }
    }
    expect(await treeOf(account)).toEqual(before);
  });

  it('an own task is free, but cannot be carried off with imported ones below it', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const params = { integrationId: link.id };
    await ask(unlinkIntegration, { params, body: { archiveTasks: false } });
    const own = await aTask(account, { name: 'Own' });
    const task = await taskOf(link, branch.leaf);
    await ask(moveTask, { params: { taskId: task }, body: { parentId: own } });
    // Enabled again, but not synchronized yet: the task still lies in the own project.
    await server.database.db
      .updateTable('integration')
      .set({ state: 'active' })
      .where('id', '=', link.id)
      .execute();
    const attempts: Trying[] = [
      async () => ask(moveTask, { params: { taskId: own }, body: { parentId: null } }),
      async () => ask(archiveTask, { params: { taskId: own } }),
    ];
    for (const attempt of attempts)
      expect((await refusalOf(attempt())).message).toContain(`comes from ${name}`);
  });

  it('who is assigned, billable, note and colour are ours, and stay over a sync', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const taskId = await taskOf(link, branch.leaf);
    const member = await aMember(account);
    const ours = { note: 'Ask for the logo first', color: '#2f9e44', billable: false };
    await ask(changeTask, { params: { taskId }, body: ours });
    await ask(assign, { params: { taskId, memberId: member.memberId }, body: { role: 'guest' } });
    vendor.act('rename', branch.leaf, { name: 'Renamed there' });
    await syncedAgain(link);
    expect(await ask(readTask, { params: { taskId } })).toMatchObject({
      ...ours,
      name: 'Renamed there',
    });
    const { assignments } = await ask(listAssignments, { params: { taskId } });
    const direct = assignments.filter(({ on }) => on.id === taskId);
    expect(direct).toMatchObject([{ memberId: member.memberId, role: 'guest', origin: 'hand' }]);
  });
});

describe.each(everyProvider)('rule 2 with $name', ({ id, levels }) => {
  it('an assigned branch can be tracked on, now and later; above it is only the path', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const [above, at] = [branch.nodes.at(-3), branch.nodes.at(-2)];
    const beside = aSibling(vendor, branch, at?.kind ?? '', 'Beside');
    const link = await aLink(account, vendor);
    const member = await anOutsider(link);
    const taskId = await taskOf(link, at ?? branch.top);
    const { memberId } = member;
    await account.administrator.ask(assign, {
      params: { taskId, memberId },
      body: { role: 'regular-user' },
    });
    const later = vendor.create(branch.leaf.kind, 'Made later', at);
    await syncedAgain(link);
    for (const node of [at ?? branch.top, branch.leaf, later])
      expect((await track(member, await taskOf(link, node))).task?.id).toBe(
        await taskOf(link, node),
      );
    for (const path of [await taskOf(link, above ?? branch.top), await rootOf(link)]) {
      const seen = await member.ask(readTask, { params: { taskId: path } });
      expect(seen).toMatchObject({ role: null, trackable: false });
      expect(await refusalOf(track(member, path))).toMatchObject({ code: 'task-not-assigned' });
    }
    const hidden = await taskOf(link, beside);
    expect(await refusalOf(member.ask(readTask, { params: { taskId: hidden } }))).toMatchObject({
      code: 'not-found',
    });
    expect((await refusalOf(track(member, hidden))).status).toBeGreaterThanOrEqual(400);
    const found = await member.ask(searchTasks, { query: { q: 'Site', for: 'track' } });
    expect(found.tasks.map((task) => task.name).sort()).toEqual(
      levels
        .slice(-2)
        .map(({ kind }) => `Site ${kind}`)
        .sort(),
    );
  });

  it('a member assigned nowhere sees nothing of it', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const away = aBranch(vendor, 'Away');
    const link = await aLink(account, vendor);
    const member = await anOutsider(link);
    vendor.act('delete', away.of('project'));
    await syncedAgain(link);
    expect((await member.ask(listTasks)).tasks).toEqual([]);
    expect((await member.ask(listArchivedTasks)).tasks).toEqual([]);
    for (const q of ['Site', 'Away', vendor.provider.rootName])
      expect(await member.ask(searchTasks, { query: { q, for: 'see' } })).toEqual({ tasks: [] });
    for (const task of [await rootOf(link), await taskOf(link, branch.leaf)]) {
      const params = { taskId: task };
      for (const endpoint of [readTask, explainTask])
        expect(await refusalOf(member.ask(endpoint, { params }))).toMatchObject({
          code: 'not-found',
        });
      expect((await refusalOf(track(member, task))).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe.each(everyProvider)('rule 3 with $name', ({ id }) => {
  /** Signing in is the only thing that is sent; what else is not GET would be written. */
  const signIn = new Map([['planner', 'POST /oauth/token']]);

  it('nothing is ever written to the vendor, whatever is tracked and done here', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const there = vendor.simulator.tree(vendor.accountKey);
    const taskId = await taskOf(link, branch.leaf);
    const entry = await ask(startTimer, { body: { id: newId<'entry'>(), taskId, zone } });
    server.clock.advance({ minutes: 30 });
    await ask(stopTimer, { params: { entryId: entry.id } });
    await syncedAgain(link);
    await ask(changeTask, { params: { taskId }, body: { note: 'Half done' } });
    if (vendor.provider.selects !== null) {
      const body = { selection: { mode: 'ticked' as const, ids: [branch.top.id] } };
      await ask(saveSelection, { params: { integrationId: link.id }, body });
    }
    await reenabled(link);
    await ask(unlinkIntegration, {
      params: { integrationId: link.id },
      body: { archiveTasks: true },
    });
    const { entries } = await ask(listEntries, { query: { from: '2026-03-02', to: '2026-03-02' } });
    expect(entries).toHaveLength(1);
    const sent = vendor.simulator.requests.requests.map(
      ({ method, path }) => `${method} ${path.split('?')[0]}`,
    );
    expect(sent.length).toBeGreaterThan(5);
    const notRead = sent.filter((line) => !line.startsWith('GET '));
    expect(notRead.filter((line) => line !== signIn.get(id))).toEqual([]);
    expect(vendor.simulator.tree(vendor.accountKey)).toEqual(there);
  });
});
