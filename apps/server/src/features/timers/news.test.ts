import { addEntry, changeEntry, deleteEntry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../database/listen.ts';
import { newsChannel } from '../../database/transaction.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let account: TestAccount;
let kim: Person;
let heard: unknown[] = [];
const closings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await aServer();
  const listener = await listen(server.database.url, {
    hear: (payload) => void heard.push(JSON.parse(payload)),
    listening: () => {},
  });
  closings.push(async () => listener.close());
});
afterAll(async () => {
  for (const close of closings) await close();
});
beforeEach(async () => {
  account = await anAccount(server);
  kim = await aMember(account);
  await silence();
  heard = [];
});

/** News arrives in order: when this piece is here, all before it is. */
async function silence(): Promise<void> {
  const { db } = server.database;
  const mark = { accountId: newId(), topic: 'runs' };
  await sql`select pg_notify(${newsChannel}, ${JSON.stringify(mark)})`.execute(db);
  await expect.poll(() => heard).toContainEqual(mark);
  heard = heard.filter((one) => !JSON.stringify(one).includes(mark.accountId));
}

const id = newId<'entry'>();
const timer = { id, taskId: null, zone: 'UTC' };
const about = (topic: string) => ({
  accountId: account.id,
  memberId: kim.memberId,
  topic,
  id,
});

describe("the member's clients hear", () => {
  it('of a start, a change of the running one, and a stop', async () => {
    await kim.ask(startTimer, { body: timer });
    await silence();
    expect(heard).toEqual([about('timer'), about('entries')]);
    await kim.ask(changeEntry, { params: { entryId: id }, body: { note: 'x' } });
    await kim.ask(stopTimer, { params: { entryId: id }, body: {} });
    await silence();
    expect(heard.slice(2)).toEqual([
      about('timer'),
      about('entries'),
      about('timer'),
      about('entries'),
    ]);
  });

  it('of a discarded timer', async () => {
    await kim.ask(startTimer, { body: timer });
    await kim.ask(deleteEntry, { params: { entryId: id } });
    await silence();
    expect(heard.slice(2)).toEqual([about('timer'), about('entries')]);
  });

  it('of time by hand, which is no news for the timer, and nothing when it is sent again', async () => {
    const times = { startedAt: '2026-03-02T07:00:00Z', stoppedAt: '2026-03-02T08:00:00Z' };
    await kim.ask(addEntry, { body: { ...timer, ...times } });
    await kim.ask(addEntry, { body: { ...timer, ...times } });
    await silence();
    expect(heard).toEqual([about('entries')]);
  });

  it('nothing of what was refused', async () => {
    const startedAt = '2030-03-02T07:00:00Z';
    await refusalOf(kim.ask(startTimer, { body: { ...timer, startedAt } }));
    await silence();
    expect(heard).toEqual([]);
  });

  it('what an administrator changes', async () => {
    await kim.ask(startTimer, { body: timer });
    const body = { note: 'Checked' };
    await account.administrator.ask(changeEntry, { params: { entryId: id }, body });
    await silence();
    expect(heard.slice(2)).toEqual([about('timer'), about('entries')]);
  });
});
