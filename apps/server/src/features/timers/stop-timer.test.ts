import { changeEntry, deleteEntry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let kim: Person;
let entryId: EntryId;

beforeAll(async () => {
  server = await aServer();
});
/** Kim's timer runs since nine, and it is ten. */
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.000Z');
  account = await anAccount(server);
  kim = await aMember(account);
  const body = { id: newId<'entry'>(), taskId: null, zone: 'Europe/Berlin' };
  entryId = (await kim.ask(startTimer, { body })).id;
  server.clock.advance({ hours: 1 });
});

async function stops(person: Person, clock?: string): Promise<string | null> {
  const body = clock === undefined ? {} : { stoppedAt: `2026-03-02T${clock}Z` };
  const { stoppedAt } = await person.ask(stopTimer, { params: { entryId }, body });
  return stoppedAt?.slice(11, 19) ?? null;
}

describe('who may stop a timer', () => {
  it('needs a session', async () => {
    expect(await refusalOf(server.ask(stopTimer, { params: { entryId }, body: {} }))).toMatchObject(
      { code: 'session-needed' },
    );
  });

  it("does not find another account's, nor another member's, nor one that is not there", async () => {
    const stranger = (await anAccount(server)).administrator;
    const robin = await aMember(account);
    expect(await refusalOf(stops(stranger))).toMatchObject({ code: 'not-found', status: 404 });
    expect(await refusalOf(stops(robin))).toMatchObject({ code: 'not-found' });
    const params = { entryId: newId<'entry'>() };
    expect(await refusalOf(kim.ask(stopTimer, { params, body: {} }))).toMatchObject({
      code: 'not-found',
      message: 'This entry does not exist, or you may not see it.',
    });
  });

  it('refuses a supervisor, who may only see it, and lets an administrator', async () => {
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(stops(supervisor))).toMatchObject({ code: 'right-needed' });
    expect(await stops(account.administrator)).toBe('10:00:00');
  });
});

describe('a stop', () => {
  it('ends the timer now by the server', async () => {
    expect(await stops(kim)).toBe('10:00:00');
    expect((await kim.ask(readTimer)).running).toBeNull();
  });

  it('in the past ends it there', async () => {
    expect(await stops(kim, '09:40:00')).toBe('09:40:00');
  });

  it('at the start makes a timer of no length', async () => {
    expect(await stops(kim, '09:00:00')).toBe('09:00:00');
  });

  it('before the start is refused', async () => {
    expect(await refusalOf(stops(kim, '08:59:59'))).toMatchObject({
      code: 'entry-ends-before-start',
      status: 422,
      message: 'The end of an entry must be after its start.',
    });
    expect((await kim.ask(readTimer)).running?.id).toBe(entryId);
  });

  it('counts as now a minute ahead of the server and is refused when it is more', async () => {
    expect(await refusalOf(stops(kim, '10:01:01'))).toMatchObject({ code: 'entry-in-future' });
    expect(await stops(kim, '10:01:00')).toBe('10:00:00');
  });

  it.each([
    [['09:30:00', '09:50:00'], '09:30:00'],
    [['09:50:00', '09:30:00'], '09:30:00'],
    [['09:30:00', '09:30:00', undefined], '09:30:00'],
  ])('of two stops %j the earlier stands', async (clocks, end) => {
    for (const clock of clocks) await stops(kim, clock);
    expect(await stops(kim, '10:00:00')).toBe(end);
  });

  it('never moves an end that somebody set by hand', async () => {
    await stops(kim, '09:50:00');
    const body = { stoppedAt: '2026-03-02T09:45:00Z' };
    await kim.ask(changeEntry, { params: { entryId }, body });
    expect(await stops(kim, '09:30:00')).toBe('09:45:00');
  });

  it('still ends a running timer whose start was changed by hand, and stays monotone', async () => {
    const body = { startedAt: '2026-03-02T08:30:00Z' };
    await kim.ask(changeEntry, { params: { entryId }, body });
    expect(await stops(kim, '09:50:00')).toBe('09:50:00');
    expect(await stops(kim, '08:45:00')).toBe('08:45:00');
  });

  it('ends a timer that was forgotten for weeks', async () => {
    server.clock.advance({ days: 60 });
    const { stoppedAt } = await kim.ask(stopTimer, { params: { entryId }, body: {} });
    expect(stoppedAt).toBe('2026-05-01T10:00:00.000Z');
  });

  it('does not find a timer that was discarded', async () => {
    await kim.ask(deleteEntry, { params: { entryId } });
    expect(await refusalOf(stops(kim))).toMatchObject({ code: 'not-found' });
  });
});
