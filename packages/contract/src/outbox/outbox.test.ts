import type { EntryId, MemberId } from '@timegrove/domain/id.ts';
import { ruleSentence, type RuleCode } from '@timegrove/domain/rule.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeClient } from '../client.ts';
import type { Entry } from '../entries.ts';
import { statusOf } from '../errors.ts';
import { newId } from '../new-id.ts';
import { addEntry } from './deeds/add-entry.ts';
import { changeEntry } from './deeds/change-entry.ts';
import { startTimer } from './deeds/start-timer.ts';
import { stopTimer } from './deeds/stop-timer.ts';
import { undeleteEntry } from './deeds/undelete-entry.ts';
import { anEntry, instant as at } from '../testing/an-entry.ts';
import { Outbox } from './outbox.ts';
import { memoryStore, type OutboxStore } from './store.ts';
import { withPending } from './with-pending.ts';

type Mood = 'up' | 'away' | 'lost-answer' | 'fault' | RuleCode;

const member = newId<'member'>();
const now = Date.parse('2026-03-10T09:00:00.000Z');

function entryOf(id: EntryId, change: Partial<Entry> = {}): Entry {
  return { ...anEntry('08:00', null), id, memberId: member, ...change };
}

/** A server far away: it notes what reaches it, and answers by its mood. */
class FarServer {
  mood: (body: string) => Mood = () => 'up';
  reached: readonly string[] = [];
  keys: readonly (string | null)[] = [];
  answered: Promise<void> = Promise.resolve();
  readonly client = makeClient({
    server: '',
    fetch: async (input, init) => {
      this.keys = [...this.keys, new Headers(init?.headers).get('idempotency-key')];
      return this.#answer(`${init?.method} ${text(input)}`, text(init?.body));
    },
  });

  async #answer(path: string, body: string): Promise<Response> {
    const mood = this.mood(body);
    if (mood === 'away') throw new TypeError('no network');
    this.reached = [...this.reached, path.replaceAll(/[0-9a-f-]{36}/g, ':id')];
    await this.answered;
    if (mood === 'lost-answer') throw new TypeError('the line broke');
    if (mood === 'fault') return refusal(500, 'internal', 'Something went wrong.');
    if (mood !== 'up') return refusal(statusOf[mood], mood, ruleSentence(mood));
    return Response.json(entryOf(newId<'entry'>()));
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function refusal(status: number, code: string, message: string): Response {
  return Response.json({ code, message, requestId: 'r-1' }, { status });
}

/** The windows of one device: what one tells, the others hear; one at a time sends. */
function aDevice(store: OutboxStore = memoryStore()) {
  const ears = new Set<(message: unknown) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  return {
    store,
    alone: async <T>(work: () => Promise<T>): Promise<T> => {
      const turn = queue.then(work, work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    window() {
      let own: ((message: unknown) => void) | undefined;
      return {
        tell: (message: unknown) => {
          for (const hear of ears) if (hear !== own) hear(structuredClone(message));
        },
        listen: (hear: (message: unknown) => void) => {
          own = hear;
          ears.add(hear);
          return () => void ears.delete(hear);
        },
      };
    },
  };
}

const opened: Outbox[] = [];

function open(
  server: FarServer,
  device = aDevice(),
  more: { memberId?: MemberId; refresh?: () => Promise<boolean> } = {},
): Outbox {
  const outbox = new Outbox({
    memberId: member,
    client: server.client,
    store: device.store,
    now: () => now,
    alone: device.alone,
    windows: device.window(),
    refresh: async () => true,
    ...more,
  });
  opened.push(outbox);
  return outbox;
}

const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(100));
const start = (id = newId<'entry'>(), note = '') =>
  startTimer.call({ body: { id, taskId: null, zone: 'UTC', startedAt: at('08:00'), note } });
const stop = (entryId: EntryId) =>
  stopTimer.call({ params: { entryId }, body: { stoppedAt: at('08:30') } });
const add = (note: string) =>
  addEntry.call({
    body: {
      id: newId<'entry'>(),
      taskId: null,
      startedAt: at('07:00'),
      stoppedAt: at('07:30'),
      zone: 'UTC',
      note,
    },
  });
/** Refuses whatever carries this note. */
const refuse =
  (note: string) =>
  (body: string): Mood =>
    body.includes(note) ? 'task-archived' : 'up';
const standingsOf = (outbox: Outbox) => outbox.contents().listed.map(({ standing }) => standing);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.end();
  vi.useRealTimers();
});

describe('what is put in', () => {
  test('goes out in its order, and is then gone', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    const outbox = open(server, device);
    const id = newId<'entry'>();
    await outbox.put(start(id));
    await outbox.put(stop(id));
    await settle();
    expect(server.reached).toEqual(['POST /api/timers', 'POST /api/timers/:id/stop']);
    expect(outbox.contents()).toEqual({ listed: [], pending: [], lastTry: 'done' });
    expect(await device.store.list(member)).toEqual([]);
  });

  test('is stored before it is sent', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    const stored: number[] = [];
    server.mood = () => {
      void device.store.list(member).then((items) => stored.push(items.length));
      return 'up';
    };
    await open(server, device).put(start());
    await settle();
    expect(stored).toEqual([1]);
  });

  test('waits while the server is away, and goes out once by itself afterwards', async () => {
    const server = new FarServer();
    server.mood = () => 'away';
    const outbox = open(server);
    const id = newId<'entry'>();
    expect(await outbox.attempt(start(id))).toEqual({ kind: 'kept' });
    expect(await outbox.attempt(stop(id))).toEqual({ kind: 'kept' });
    expect(standingsOf(outbox)).toEqual(['waiting', 'waiting']);
    expect(outbox.contents().lastTry).toBe('unreachable');
    server.mood = () => 'up';
    await vi.advanceTimersByTimeAsync(31_000);
    expect(server.reached).toHaveLength(2);
    expect(outbox.contents().listed).toEqual([]);
  });

  test('goes out at once when there is hope', async () => {
    const server = new FarServer();
    server.mood = () => 'away';
    const outbox = open(server);
    await outbox.put(start());
    await vi.advanceTimersByTimeAsync(60_000);
    server.mood = () => 'up';
    outbox.wake();
    await vi.advanceTimersByTimeAsync(10);
    expect(server.reached).toHaveLength(1);
  });

  test('goes out once by a program that has but a moment, which hears how that ended', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    server.mood = () => 'away';
    await open(server, device).put(start());
    const moment = open(server, device);
    expect(await moment.send()).toBe('unreachable');
    server.mood = () => 'up';
    expect(await moment.send()).toBe('done');
    expect(server.reached).toEqual(['POST /api/timers']);
  });

  test('is sent again with the same ids when the answer got lost, and another thing with its own', async () => {
    const server = new FarServer();
    const bodies: string[] = [];
    server.mood = (body) => (bodies.push(body) === 1 ? 'lost-answer' : 'up');
    const outbox = open(server);
    await outbox.put(start());
    await vi.advanceTimersByTimeAsync(2000);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    await outbox.put(start());
    await settle();
    const [first, again, other] = server.keys;
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(outbox.contents().listed).toEqual([]);
  });

  test('is sent by the next program when the first one was killed meanwhile', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    server.mood = () => 'away';
    const killed = open(server, device);
    await killed.put(start());
    killed.end();
    server.mood = () => 'up';
    open(server, device);
    await settle();
    expect(server.reached).toEqual(['POST /api/timers']);
  });

  test('of one member never goes out with the outbox of another', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    server.mood = () => 'session-needed';
    const mine = open(server, device);
    await settle();
    await mine.put(start());
    await settle();
    server.mood = () => 'up';
    const theirs = open(server, device, { memberId: newId<'member'>() });
    theirs.wake();
    await settle();
    expect(server.reached).toEqual(['POST /api/timers']);
    expect(theirs.contents().listed).toEqual([]);
    expect(await device.store.list(member)).toHaveLength(1);
  });

  test('waits for the session without asking again and again', async () => {
    const server = new FarServer();
    server.mood = () => 'session-needed';
    const outbox = open(server);
    await settle();
    await outbox.put(start());
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.reached).toHaveLength(1);
    expect(outbox.contents().lastTry).toBe('signed-out');
    server.mood = () => 'up';
    outbox.wake();
    await settle();
    expect(outbox.contents()).toMatchObject({ listed: [], lastTry: 'done' });
  });
});

describe('what is refused', () => {
  test('is set aside with its sentence; what needs it waits, the others go on', async () => {
    const server = new FarServer();
    server.mood = refuse('not this');
    const outbox = open(server);
    const [bad, good] = [newId<'entry'>(), newId<'entry'>()];
    const outcome = await outbox.attempt(start(bad, 'not this'));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'task-archived' } });
    await outbox.put(stop(bad));
    await outbox.put(start(good));
    await settle();
    expect(standingsOf(outbox)).toEqual(['set-aside', 'held']);
    expect(outbox.contents().pending).toEqual([]);
    expect(server.reached).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.reached).toHaveLength(2);
  });

  test('goes out once it was corrected, and then what waited for it', async () => {
    const server = new FarServer();
    server.mood = refuse('not this');
    const outbox = open(server);
    const id = newId<'entry'>();
    await outbox.attempt(start(id, 'not this'));
    await outbox.put(stop(id));
    await settle();
    const [first] = outbox.contents().listed;
    if (first === undefined) throw new Error('nothing was set aside');
    await outbox.retry(first.item, start(id, 'better'));
    await settle();
    expect(server.reached.slice(-2)).toEqual(['POST /api/timers', 'POST /api/timers/:id/stop']);
    expect(outbox.contents().listed).toEqual([]);
  });

  test('is dropped together with what makes no sense without it, and can be restored', async () => {
    const server = new FarServer();
    server.mood = refuse('not this');
    const outbox = open(server);
    const id = newId<'entry'>();
    await outbox.attempt(start(id, 'not this'));
    await outbox.put(stop(id));
    await settle();
    const [first] = outbox.contents().listed;
    if (first === undefined) throw new Error('nothing was set aside');
    const dropped = await outbox.drop(first.item);
    expect(outbox.contents().listed).toEqual([]);
    server.mood = () => 'away';
    await outbox.restore(dropped);
    await settle();
    expect(outbox.contents().listed.map(({ item }) => item.deed)).toEqual([
      'start-timer',
      'stop-timer',
    ]);
  });

  test('a change is dropped alone: what was done to its entry later still makes sense', async () => {
    const server = new FarServer();
    server.mood = refuse('not this');
    const outbox = open(server);
    const entryId = newId<'entry'>();
    await outbox.attempt(changeEntry.call({ params: { entryId }, body: { note: 'not this' } }));
    await outbox.put(stop(entryId));
    await settle();
    const [first] = outbox.contents().listed;
    if (first === undefined) throw new Error('nothing was set aside');
    expect(await outbox.drop(first.item)).toHaveLength(1);
    await settle();
    expect(server.reached.at(-1)).toBe('POST /api/timers/:id/stop');
  });

  test('because it was done before counts as done', async () => {
    const server = new FarServer();
    server.mood = () => 'entry-not-deleted';
    const outbox = open(server);
    const entryId = newId<'entry'>();
    expect(await outbox.attempt(undeleteEntry.call({ params: { entryId } }))).toEqual({
      kind: 'sent',
    });
  });

  test('by a fault of the server is tried again and does not stop the others', async () => {
    const server = new FarServer();
    server.mood = (body) => (body.includes('not this') ? 'fault' : 'up');
    const outbox = open(server);
    await outbox.put(start(newId<'entry'>(), 'not this'));
    await outbox.put(start());
    await settle();
    expect(standingsOf(outbox)).toEqual(['waiting']);
    server.mood = () => 'up';
    await vi.advanceTimersByTimeAsync(31_000);
    expect(outbox.contents().listed).toEqual([]);
  });

  test('because another version wrote it down is shown and kept', async () => {
    const outbox = open(new FarServer());
    await outbox.put({ deed: 'from-the-future', given: { body: {} }, scene: {} });
    await settle();
    expect(standingsOf(outbox)).toEqual(['set-aside']);
  });
});

describe('over the answers of the server', () => {
  test('a newer choice stays until answers that are newer than it are there', async () => {
    const server = new FarServer();
    let asked = Promise.withResolvers<boolean>();
    const refresh = () => asked.promise;
    const answer = (fresh: boolean): void => {
      asked.resolve(fresh);
      asked = Promise.withResolvers();
    };
    const outbox = open(server, aDevice(), { refresh });
    const id = newId<'entry'>();
    const old = [entryOf(id)];
    const shown = () => withPending(old, outbox.contents().pending);
    await outbox.put(stop(id));
    expect(shown()).toEqual([entryOf(id, { stoppedAt: at('08:30') })]);
    await settle();
    expect(outbox.contents().listed).toEqual([]);
    expect(shown()).toEqual([entryOf(id, { stoppedAt: at('08:30') })]);
    answer(false);
    await settle();
    expect(shown()).toEqual([entryOf(id, { stoppedAt: at('08:30') })]);
    outbox.wake();
    await settle();
    answer(true);
    await settle();
    expect(outbox.contents().pending).toEqual([]);
  });

  test('newer answers are asked for again by itself until they are there', async () => {
    const answers = [false, false, true];
    const refresh = async (): Promise<boolean> => answers.shift() ?? true;
    const outbox = open(new FarServer(), aDevice(), { refresh });
    await outbox.put(stop(newId<'entry'>()));
    await settle();
    expect(outbox.contents().pending).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(answers).toEqual([]);
    expect(outbox.contents().pending).toEqual([]);
  });

  test('what the server has got is known to the next window, and is not sent again', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    const killed = open(server, device, { refresh: async () => false });
    await killed.put(start());
    await settle();
    killed.end();
    let shown = false;
    const next = open(server, device, { refresh: async () => shown });
    await settle();
    expect(next.contents()).toMatchObject({ listed: [], pending: [{ deed: 'start-timer' }] });
    shown = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(next.contents().pending).toEqual([]);
    expect(await device.store.list(member)).toEqual([]);
    expect(server.reached).toHaveLength(1);
  });
});

describe('two windows', () => {
  test('show the same, and send each thing once', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    const line = Promise.withResolvers<void>();
    server.answered = line.promise;
    const [one, other] = [open(server, device), open(server, device)];
    await settle();
    const id = newId<'entry'>();
    await one.put(start(id));
    await settle();
    expect(other.contents().pending).toHaveLength(1);
    const stopped = other.attempt(stop(id));
    await settle();
    expect(server.reached).toHaveLength(1);
    line.resolve();
    expect(await stopped).toEqual({ kind: 'sent' });
    await settle();
    expect(server.reached).toEqual(['POST /api/timers', 'POST /api/timers/:id/stop']);
    expect([one.contents().listed, other.contents().listed]).toEqual([[], []]);
  });

  test('of which one adds while the other is away both bring their things', async () => {
    const [server, device] = [new FarServer(), aDevice()];
    const [one, other] = [open(server, device), open(server, device)];
    await Promise.all([one.put(add('a')), other.put(add('b')), one.put(add('c'))]);
    await settle();
    expect(server.reached).toHaveLength(3);
  });
});
