import { changeAccount } from '@timegrove/contract/account.ts';
import {
  addEntry,
  changeEntry,
  deleteEntry,
  mergeEntries,
  splitEntry,
  undeleteEntry,
  type Entry,
} from '@timegrove/contract/entries.ts';
import type { Input } from '@timegrove/contract/endpoint.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId, MemberId } from '@timegrove/domain/id.ts';
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
  server.clock.set('2026-03-10T20:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account, { zone: 'UTC' });
});

async function rules(body: Input<typeof changeAccount>['body']): Promise<void> {
  await account.administrator.ask(changeAccount, { body });
}

interface Times {
  readonly day?: string;
  readonly from?: string;
  readonly to?: string;
}

function spanOf({ day = '2026-03-10', from = '08:00', to = '09:00' }: Times) {
  return { startedAt: `${day}T${from}:00Z`, stoppedAt: `${day}T${to}:00Z` };
}

async function adds(times: Times = {}, person = kim, memberId?: MemberId): Promise<Entry> {
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC', ...spanOf(times) };
  return person.ask(addEntry, { body: { ...body, ...(memberId !== undefined && { memberId }) } });
}

async function changes(entryId: EntryId, body: Input<typeof changeEntry>['body'], person = kim) {
  return person.ask(changeEntry, { params: { entryId }, body });
}

async function splits(entryId: EntryId, at: string) {
  return kim.ask(splitEntry, { params: { entryId }, body: { id: newId<'entry'>(), at } });
}

async function merges(entries: readonly Entry[], fillGaps = false) {
  return kim.ask(mergeEntries, { body: { ids: entries.map(({ id }) => id), fillGaps } });
}

const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;

describe('where entries by hand are off', () => {
  it('time is not added, by nobody for anybody', async () => {
    await rules({ entriesByHand: false });
    expect(await refusalOf(adds())).toMatchObject({ code: 'entry-by-hand-off', status: 409 });
    expect(await codeOf(adds({}, account.administrator, kim.memberId))).toBe('entry-by-hand-off');
  });

  it('timers track and are corrected, and untracked time is not merged in', async () => {
    const [first, last] = [await adds(), await adds({ from: '09:30', to: '10:00' })];
    await rules({ entriesByHand: false });
    const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    await kim.ask(startTimer, { body: { ...body, startedAt: '2026-03-10T19:00:00Z' } });
    await kim.ask(stopTimer, { params: { entryId: body.id } });
    const changed = await changes(body.id, { startedAt: '2026-03-10T18:30:00Z' });
    expect(changed.startedAt).toBe('2026-03-10T18:30:00.000Z');
    expect(await codeOf(merges([first, last], true))).toBe('entry-by-hand-off');
    await splits(first.id, '2026-03-10T08:30:00Z');
  });
});

describe('where time must not overlap', () => {
  it('says what it would lie over', async () => {
    const task = await aTask(account, { name: 'Logo' });
    await anAssignment(account, task, kim);
    const there = await adds();
    await changes(there.id, { taskId: task });
    await rules({ overlapsAllowed: false });
    expect(await refusalOf(adds({ from: '08:30', to: '09:30' }))).toMatchObject({
      code: 'entry-overlaps',
      status: 409,
      message:
        'This overlaps with “Logo” (08:00 – 09:00), and time must not overlap in this account.',
      details: { entryId: there.id },
    });
    const next = await adds({ from: '09:00', to: '10:00' });
    expect(await codeOf(changes(next.id, { startedAt: '2026-03-10T08:59:00Z' }))).toBe(
      'entry-overlaps',
    );
    expect((await changes(next.id, { note: 'Only a word' })).note).toBe('Only a word');
  });

  it("looks at the member's own time that is there, and at what runs", async () => {
    await rules({ overlapsAllowed: false });
    const { id: entryId } = await adds();
    await adds({}, await aMember(account));
    await kim.ask(deleteEntry, { params: { entryId } });
    await adds();
    expect(await codeOf(kim.ask(undeleteEntry, { params: { entryId } }))).toBe('entry-overlaps');
    const timer = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    await kim.ask(startTimer, { body: { ...timer, startedAt: '2026-03-10T19:00:00Z' } });
    expect(await codeOf(adds({ from: '19:30', to: '19:45' }))).toBe('entry-overlaps');
    expect(await codeOf(changes(timer.id, { startedAt: '2026-03-10T08:59:00Z' }))).toBe(
      'entry-overlaps',
    );
  });

  it('splits and merges what does not overlap, and nothing else', async () => {
    const [one, two] = [await adds({ to: '10:00' }), await adds({ from: '11:00', to: '12:00' })];
    const between = await adds({ from: '10:15', to: '10:30' });
    await rules({ overlapsAllowed: false });
    const { entries } = await splits(one.id, '2026-03-10T08:30:00Z');
    await merges(entries);
    expect(await codeOf(merges([one, two], true))).toBe('entry-overlaps');
    const { entry } = await merges([one, between, two], true);
    expect(entry).toMatchObject({
      startedAt: '2026-03-10T08:00:00.000Z',
      stoppedAt: '2026-03-10T12:00:00.000Z',
    });
  });

  it('does not split what overlaps already', async () => {
    const [one] = [await adds({ to: '10:00' }), await adds()];
    await rules({ overlapsAllowed: false });
    expect(await codeOf(splits(one.id, '2026-03-10T08:30:00Z'))).toBe('entry-overlaps');
  });
});

describe('where time is locked after some days', () => {
  it('nothing is done to older days, not even by an administrator', async () => {
    const old = await adds({ day: '2026-03-07', to: '10:00' });
    const older = await adds({ day: '2026-03-06' });
    const open = await adds({ day: '2026-03-08' });
    await kim.ask(deleteEntry, { params: { entryId: older.id } });
    await rules({ lockAfterDays: 2 });
    expect(await refusalOf(adds({ day: '2026-03-07', from: '12:00', to: '13:00' }))).toMatchObject({
      code: 'entry-locked',
      status: 409,
      message: 'Time before 2026-03-08 is locked in this account and stays as it is.',
    });
    const params = { entryId: old.id };
    const codes = [
      changes(old.id, { note: 'Later' }),
      changes(old.id, { note: 'Later' }, account.administrator),
      changes(open.id, spanOf({ day: '2026-03-07' })),
      kim.ask(deleteEntry, { params }),
      kim.ask(undeleteEntry, { params: { entryId: older.id } }),
      splits(old.id, '2026-03-07T08:30:00Z'),
      merges([old, open], true),
    ].map(codeOf);
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['entry-locked']));
    expect((await changes(open.id, { note: 'In time' })).note).toBe('In time');
  });

  it("counts from the member's own day", async () => {
    const ana = await aMember(account, { zone: 'Pacific/Auckland' });
    await rules({ lockAfterDays: 0 });
    // In Auckland it is the 11th.
    expect(await codeOf(adds({}, ana))).toBe('entry-locked');
    await adds();
  });

  it('a timer that began before is stopped, noted and discarded all the same', async () => {
    const timer = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
    await kim.ask(startTimer, { body: timer });
    server.clock.advance({ hours: 24 * 3 });
    await rules({ lockAfterDays: 1 });
    expect((await changes(timer.id, { note: 'Forgotten' })).note).toBe('Forgotten');
    expect(await codeOf(changes(timer.id, { startedAt: '2026-03-09T20:00:00Z' }))).toBe(
      'entry-locked',
    );
    await kim.ask(stopTimer, { params: { entryId: timer.id } });
    expect(await codeOf(changes(timer.id, { note: 'Too late' }))).toBe('entry-locked');
  });
});
