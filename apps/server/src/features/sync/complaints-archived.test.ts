import {
  addEntry,
  changeEntry,
  deleteEntry,
  listEntries,
  undeleteEntry,
  type Entry,
} from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import {
  addTask,
  archiveTask,
  assign,
  changeTask,
  listArchivedTasks,
  listRecentTasks,
  readTask,
  restoreTask,
  searchTasks,
} from '@timegrove/contract/tasks.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch } from '../../testing/branch.ts';
import { aLink, syncedAgain, taskOf } from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';

/** What people complain about in other products: time whose task is gone, and time put on what is over. */

let vendors: TestVendors;
let server: TestServer;
let account: TestAccount;
let kim: Person;
beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  server.clock.set('2026-03-02T09:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account, { name: 'Kim' });
});

const zone = 'Europe/Berlin';
const color = '#2f9e44';

/** A task that can go to the Archived tasks and come back. */
interface Mortal {
  readonly id: TaskId;
  readonly name: string;
  readonly path: readonly string[];
  archive(): Promise<unknown>;
  restore(): Promise<unknown>;
}

async function anImported(providerId: string): Promise<Mortal> {
  const vendor = vendors.of(providerId);
  const branch = aBranch(vendor, 'Site');
  const link = await aLink(account, vendor);
  const project = branch.of('project');
  const path = [vendor.provider.rootName, ...branch.nodes.slice(0, -1).map(({ name }) => name)];
  return {
    id: await taskOf(link, branch.leaf),
    name: branch.leaf.name,
    path,
    archive: async () => {
      vendor.act('archive', project);
      await syncedAgain(link);
    },
    restore: async () => {
      vendor.act('restore', project);
      await syncedAgain(link);
    },
  };
}

async function anOwn(): Promise<Mortal> {
  const { ask } = account.administrator;
  const project = newId<'task'>();
  await ask(addTask, { body: { id: project, parentId: null, name: 'Own project' } });
  const id = newId<'task'>();
  await ask(addTask, { body: { id, parentId: project, name: 'Own task' } });
  const params = { taskId: project };
  return {
    id,
    name: 'Own task',
    path: ['Own project'],
    archive: async () => ask(archiveTask, { params }),
    restore: async () => ask(restoreTask, { params }),
  };
}

/** Kim's time: an entry on the task, a timer that runs on it, and an entry on another task. */
async function tracked(task: Mortal): Promise<{ first: Entry; running: Entry; other: Entry }> {
  const { ask } = account.administrator;
  const { memberId } = kim;
  const elsewhere = newId<'task'>();
  await ask(addTask, { body: { id: elsewhere, parentId: null, name: 'Elsewhere' } });
  for (const taskId of [task.id, elsewhere])
    await ask(assign, { params: { taskId, memberId }, body: { role: 'regular-user' } });
  await ask(changeTask, { params: { taskId: task.id }, body: { color } });
  const { id } = await started(task.id);
  server.clock.advance({ minutes: 30 });
  const first = await kim.ask(stopTimer, { params: { entryId: id }, body: {} });
  const { id: otherId } = await started(elsewhere);
  server.clock.advance({ minutes: 30 });
  const other = await kim.ask(stopTimer, { params: { entryId: otherId }, body: {} });
  const running = await started(task.id);
  server.clock.advance({ minutes: 30 });
  return { first, running, other };
}

async function started(taskId: TaskId, startedAt?: string): Promise<Entry> {
  const body = { id: newId<'entry'>(), taskId, zone, ...(startedAt && { startedAt }) };
  return kim.ask(startTimer, { body });
}

/** All the ways in which somebody may come to put time on a task. */
function newStarts({ id: taskId }: Mortal, other: Entry): readonly Promise<unknown>[] {
  const now = server.clock.now().getTime();
  const instant = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  return [
    started(taskId),
    started(taskId, instant(100)),
    kim.ask(addEntry, {
      body: {
        id: newId<'entry'>(),
        taskId,
        startedAt: instant(100),
        stoppedAt: instant(95),
        zone,
      },
    }),
    kim.ask(changeEntry, { params: { entryId: other.id }, body: { taskId } }),
  ];
}

const cases = [
  ...everyProvider.map(({ id }) => ({
    how: `by a sync with ${id}`,
    make: async () => anImported(id),
  })),
  { how: 'by hand', make: anOwn },
];

describe.each(cases)('a task that was archived $how', ({ make }) => {
  it('keeps name, path and colour wherever its time is shown', async () => {
    const task = await make();
    const label = { id: task.id, name: task.name, path: task.path, color };
    const { first, running } = await tracked(task);
    expect(first.task).toMatchObject({ ...label, archived: false });
    expect((await kim.ask(readTimer)).running?.task).toMatchObject(label);
    await task.archive();
    const archived = { ...label, archived: true };
    expect((await kim.ask(readTimer)).running).toBeNull();
    const day = { from: '2026-03-02', to: '2026-03-02' };
    const views = [
      await kim.ask(listEntries, { query: day }),
      await account.administrator.ask(listEntries, { query: { ...day, memberId: kim.memberId } }),
    ];
    for (const { entries } of views) {
      const onTask = entries.filter((entry) => entry.task?.id === task.id);
      expect(onTask.map((entry) => entry.id).sort()).toEqual([first.id, running.id].sort());
      for (const entry of onTask) expect(entry.task).toMatchObject(archived);
      expect(onTask.every((entry) => entry.stoppedAt !== null)).toBe(true);
    }
    const params = { entryId: first.id };
    const noted = await kim.ask(changeEntry, { params, body: { note: 'Later', taskId: task.id } });
    expect(noted).toMatchObject({ note: 'Later', task: archived });
    const times = { startedAt: '2026-03-02T08:30:00.000Z', stoppedAt: '2026-03-02T09:15:00.000Z' };
    const longer = await kim.ask(changeEntry, { params, body: times });
    expect(longer).toMatchObject({ ...times, task: archived });
    await kim.ask(deleteEntry, { params });
    expect((await kim.ask(undeleteEntry, { params })).task).toMatchObject(archived);
    const shown = await kim.ask(readTask, { params: { taskId: task.id } });
    expect({ ...shown, path: shown.path.map(({ name }) => name) }).toMatchObject({
      ...label,
      trackable: false,
    });
    const { tasks } = await account.administrator.ask(listArchivedTasks);
    const [top, ...others] = tasks;
    expect(others).toEqual([]);
    expect(shown.path.map(({ id }) => id)).toContain(top?.id);
  });

  it('takes no new time from anywhere, says so in the same sentence, and is offered nowhere', async () => {
    const task = await make();
    const { other } = await tracked(task);
    expect((await kim.ask(listRecentTasks)).tasks.map(({ id }) => id)).toContain(task.id);
    await task.archive();
    const refusals = await Promise.all(newStarts(task, other).map(refusalOf));
    expect(refusals).toHaveLength(4);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        code: 'task-archived',
        message: `“${task.name}” is archived, so no new time can be put on it.`,
      });
    const { ask } = kim;
    const offers = [
      await ask(listRecentTasks),
      await ask(searchTasks, { query: { q: task.name } }),
      await ask(searchTasks, { query: { q: task.name, for: 'see' } }),
    ];
    for (const { tasks } of offers) expect(tasks.map(({ id }) => id)).not.toContain(task.id);
    expect((await kim.ask(readTimer)).running).toBeNull();
    await task.restore();
    expect((await kim.ask(listRecentTasks)).tasks.map(({ id }) => id)).toContain(task.id);
    for (const start of newStarts(task, other))
      expect(await start).toMatchObject({ task: { color } });
  });
});
