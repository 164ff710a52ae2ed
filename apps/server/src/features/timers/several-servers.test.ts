import { listEntries } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { archiveTask } from '@timegrove/contract/tasks.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, aTask, type Person } from '../../testing/world.ts';

let one: TestServer;
let other: TestServer;

/** Two server processes in one: each with its own clock, on the same database. */
beforeAll(async () => {
  one = await aServer();
  other = await aServer({ database: one.database });
});

function startVia(
  server: TestServer,
  person: Person,
  id: EntryId = newId<'entry'>(),
  taskId: TaskId | null = null,
) {
  const body = { id, taskId, zone: 'Europe/Berlin' };
  return server.askWith({ cookie: person.cookie })(startTimer, { body });
}

async function entriesOf(person: Person) {
  const query = { from: '2026-03-01', to: '2026-03-03' };
  return (await person.ask(listEntries, { query })).entries;
}

it('accepts starts pressed at the same instant, and exactly one runs', async () => {
  const kim = await aMember(await anAccount(one));
  const starts = Array.from({ length: 12 }, (_, n) => startVia(n % 2 ? one : other, kim));
  const answers = await Promise.all(starts);
  expect(new Set(answers.map((entry) => entry.id)).size).toBe(12);
  const entries = await entriesOf(kim);
  expect(entries).toHaveLength(12);
  const running = entries.filter((entry) => entry.stoppedAt === null);
  expect(running).toHaveLength(1);
  expect((await kim.ask(readTimer)).running?.id).toBe(running[0]?.id);
});

it('makes one entry of one start that arrives many times at once', async () => {
  const kim = await aMember(await anAccount(one));
  const id = newId<'entry'>();
  const starts = Array.from({ length: 8 }, (_, n) => startVia(n % 2 ? one : other, kim, id));
  const answers = await Promise.all(starts);
  expect(answers.every((entry) => entry.id === id && entry.stoppedAt === null)).toBe(true);
  expect(await entriesOf(kim)).toHaveLength(1);
});

it('lets the later press win when its process has a clock that is behind', async () => {
  const kim = await aMember(await anAccount(one));
  one.clock.advance({ seconds: 2 });
  await startVia(one, kim);
  const second = await startVia(other, kim);
  expect((await kim.ask(readTimer)).running?.id).toBe(second.id);
  const stop = other.askWith({ cookie: kim.cookie });
  const stopped = await stop(stopTimer, { params: { entryId: second.id }, body: {} });
  expect(stopped.stoppedAt).toBe(second.startedAt);
});

it('keeps stops and starts of many members at once apart', async () => {
  const account = await anAccount(one);
  const people = await Promise.all(Array.from({ length: 6 }, async () => aMember(account)));
  await Promise.all(
    people.flatMap((person) => [
      startVia(one, person),
      startVia(other, person),
      startVia(one, person).then(async ({ id }) =>
        person.ask(stopTimer, { params: { entryId: id }, body: {} }),
      ),
    ]),
  );
  for (const person of people) {
    const entries = await entriesOf(person);
    expect(entries).toHaveLength(3);
    const running = entries.filter((entry) => entry.stoppedAt === null);
    expect(running.length).toBeLessThanOrEqual(1);
  }
});

it('never leaves a timer running on a task that is archived while it starts', async () => {
  const account = await anAccount(one);
  const people = await Promise.all(Array.from({ length: 5 }, async () => aMember(account)));
  const taskId = await aTask(account);
  for (const person of people) await anAssignment(account, taskId, person);
  const starts = people.map(async (person) => startVia(other, person, newId<'entry'>(), taskId));
  const archive = account.administrator.ask(archiveTask, { params: { taskId } });
  const outcomes = await Promise.allSettled(starts);
  await archive;
  const reasons = outcomes.map((one) => (one.status === 'rejected' ? String(one.reason) : ''));
  expect(reasons.filter((reason) => !/^(Refused: .*is archived.*)?$/.test(reason))).toEqual([]);
  for (const person of people) expect((await person.ask(readTimer)).running).toBeNull();
});
