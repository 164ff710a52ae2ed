import { makeClient, type Client } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addEntry } from '@timegrove/contract/outbox/deeds/add-entry.ts';
import { deedNamed } from '@timegrove/contract/outbox/deeds/all.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import { undeleteEntry } from '@timegrove/contract/outbox/deeds/undelete-entry.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import { memoryStore } from '@timegrove/contract/outbox/store.ts';
import { startTimer as startEndpoint } from '@timegrove/contract/timers.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { injectFetch } from '../../testing/inject-fetch.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

/**
 * How a deed meets the network: the answer may get lost, the request may be held up on the way and
 * arrive later, beside the one that was sent again; and the program may be killed afterwards.
 */
const weathers = ['up', 'away', 'lost-answer', 'held-up'] as const;
type Weather = (typeof weathers)[number];

const anyStep = fc.record({
  deed: fc.constantFrom('start', 'stop', 'add', 'note', 'delete', 'undelete'),
  /** Which of the entries made so far, counted in circles. */
  which: fc.nat(20),
  minutes: fc.integer({ min: 1, max: 40 }),
  weather: fc.constantFrom(...weathers),
  killed: fc.boolean(),
  /** Whether what was held up arrives after this step, the last one first. */
  clears: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** What one person believes to have done, and the calls that follow from it. */
class Memory {
  readonly made: EntryId[] = [];
  readonly #deleted = new Set<EntryId>();
  #running: EntryId | null = null;

  calls({ deed, which }: Step): readonly Call[] {
    const now = server.clock.now().toISOString();
    const id = this.made[which % Math.max(1, this.made.length)];
    switch (deed) {
      case 'start':
        return [this.#start(now)];
      case 'stop':
        return this.#running === null ? [] : [this.#stop(this.#running, now)];
      case 'add':
        return [this.#add(now)];
      case 'note':
      case 'delete':
      case 'undelete':
        return id === undefined ? [] : this.#change(deed, id, now);
    }
  }

  #start(startedAt: string): Call {
    this.#running = this.#make();
    return startTimer.call({ body: { id: this.#running, taskId: null, zone: 'UTC', startedAt } });
  }

  #stop(entryId: EntryId, stoppedAt: string): Call {
    this.#running = null;
    return stopTimer.call({ params: { entryId }, body: { stoppedAt } });
  }

  #add(now: string): Call {
    const startedAt = new Date(Date.parse(now) - 60_000).toISOString();
    const body = { id: this.#make(), taskId: null, zone: 'UTC', startedAt, stoppedAt: now };
    return addEntry.call({ body });
  }

  #change(deed: string, entryId: EntryId, now: string): readonly Call[] {
    const params = { entryId };
    if (deed === 'undelete') {
      return this.#deleted.delete(entryId) ? [undeleteEntry.call({ params })] : [];
    }
    if (this.#deleted.has(entryId)) return [];
    if (deed === 'note') return [changeEntry.call({ params, body: { note: `noted at ${now}` } })];
    this.#deleted.add(entryId);
    const stop = this.#running === entryId ? [this.#stop(entryId, now)] : [];
    return [...stop, deleteEntry.call({ params })];
  }

  #make(): EntryId {
    const id = newId<'entry'>();
    this.made.push(id);
    return id;
  }
}

/** The network of one member. */
interface Sky {
  now: Weather;
  /** Requests that the network still holds. */
  readonly held: (() => Promise<unknown>)[];
}

function aDay(): Sky {
  return { now: 'up', held: [] };
}

/** Lets arrive what was held up, in the opposite order. */
async function clear({ held }: Sky): Promise<void> {
  for (const arrive of held.splice(0).toReversed()) await arrive();
}

/** The member's client on a network with weather. */
function aClient(person: Person, weather: Sky): Client {
  const fetch = injectFetch(server.app);
  const headers = { cookie: person.cookie, 'x-timegrove-member': person.memberId };
  return makeClient({
    server: '',
    headers,
    fetch: async (input, init) => {
      if (weather.now === 'away') throw new TypeError('no network');
      if (weather.now === 'held-up') {
        weather.held.push(async () => fetch(input, init));
        throw new TypeError('nothing heard for long');
      }
      const answer = await fetch(input, init);
      if (weather.now !== 'up') throw new TypeError('the line broke');
      return answer;
    },
  });
}

function open(person: Person, client: Client, store: ReturnType<typeof memoryStore>): Outbox {
  return new Outbox({
    memberId: person.memberId,
    client,
    store,
    now: () => server.clock.now().getTime(),
    alone: (work) => work(),
    windows: { tell: () => undefined, listen: () => () => undefined },
    refresh: async () => true,
  });
}

function minutesAfter(since: number, at: Date | null): number | null {
  return at && (at.getTime() - since) / 60_000;
}

/** The entries that were made, in their order, as they stand in the end. */
async function outcomeOf(made: readonly EntryId[], since: number): Promise<unknown[]> {
  const rows = await server.database.db
    .selectFrom('entry')
    .selectAll()
    .where('id', 'in', [newId<'entry'>(), ...made])
    .execute();
  return made.map((id) => {
    const row = rows.find((one) => one.id === id);
    return (
      row && {
        from: minutesAfter(since, row.started_at),
        to: minutesAfter(since, row.stopped_at),
        note: row.note,
        deleted: row.deleted_at !== null,
      }
    );
  });
}

it('what was done in any weather ends as if it had been done in the sun', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (steps) => {
      const [stormy, sunny] = [await aMember(account), await aMember(account)];
      const [here, there] = [new Memory(), new Memory()];
      const [weather, store] = [aDay(), memoryStore()];
      const client = aClient(stormy, weather);
      const since = server.clock.now().getTime();
      let outbox = open(stormy, client, store);
      for (const step of steps) {
        server.clock.advance({ minutes: step.minutes });
        for (const { deed, given } of there.calls(step)) {
          await deedNamed(deed)?.send(sunny.ask, given);
        }
        weather.now = step.weather;
        for (const call of here.calls(step)) await outbox.attempt(call);
        if (step.clears) await clear(weather);
        if (!step.killed) continue;
        outbox.end();
        outbox = open(stormy, client, store);
      }
      weather.now = 'up';
      server.clock.advance({ minutes: 5 });
      outbox.wake();
      await expect
        .poll(() => store.list(stormy.memberId), { timeout: 5000, interval: 5 })
        .toEqual([]);
      outbox.end();
      await clear(weather);
      expect(await outcomeOf(here.made, since)).toEqual(await outcomeOf(there.made, since));
    }),
    { numRuns: 30 },
  );
}, 120_000);

it('nothing that waits for one member is sent with the session of another', async () => {
  const [mine, theirs] = [await aMember(account), await aMember(account)];
  const headers = { cookie: theirs.cookie, 'x-timegrove-member': mine.memberId };
  const body = { id: newId<'entry'>(), taskId: null, zone: 'UTC' };
  const refusal = await refusalOf(server.askWith(headers)(startEndpoint, { body }));
  expect(refusal.code).toBe('session-needed');
});
