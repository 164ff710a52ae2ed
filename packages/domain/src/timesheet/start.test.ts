import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidV7, type EntryId } from '../id.ts';
import { overlapOf, type Span } from '../time/span.ts';
import { planStart, type Neighbour } from './start.ts';
import { planStop } from './stop.ts';

const id = (n: number): EntryId => uuidV7(n + 1, new Uint8Array(10));
const timer = (n: number, startedAt: number, stoppedAt: number | null): Neighbour => ({
  id: id(n),
  startedAt,
  stoppedAt,
  byHand: false,
});
const byHand = (n: number, startedAt: number, stoppedAt: number): Neighbour => ({
  ...timer(n, startedAt, stoppedAt),
  byHand: true,
});

/** The entries of one member, as the plans leave them. */
type Ledger = readonly Neighbour[];

function start(ledger: Ledger, entry: EntryId, asked: number | undefined, now: number): Ledger {
  const plan = planStart(asked, now, ledger);
  const stopped = ledger.map((other) =>
    plan.stops.includes(other.id) ? { ...other, stoppedAt: plan.startedAt } : other,
  );
  const { startedAt, stoppedAt } = plan;
  return [...stopped, { id: entry, startedAt, stoppedAt, byHand: false }];
}

function stop(ledger: Ledger, entry: EntryId, asked: number, now: number): Ledger {
  return ledger.map((other) =>
    other.id === entry ? { ...other, stoppedAt: planStop(other, asked, now) } : other,
  );
}

const spanOf = (entry: Neighbour): Span => ({
  start: entry.startedAt,
  end: entry.stoppedAt ?? 1000,
});
const covers = (ledger: Ledger, instant: number) =>
  ledger.some((entry) => spanOf(entry).start <= instant && instant < spanOf(entry).end);
const running = (ledger: Ledger) => ledger.filter((entry) => entry.stoppedAt === null);

describe('a start', () => {
  test.each<[string, number | undefined, Neighbour[], number, number | null, number[]]>([
    ['on an empty day', undefined, [], 100, null, []],
    ['now stops the running timer', undefined, [timer(1, 50, null)], 100, null, [1]],
    ['at the same instant', undefined, [timer(1, 100, null)], 100, null, [1]],
    ['by a process whose clock is behind', undefined, [timer(1, 103, null)], 103, null, [1]],
    ['by a client whose clock is ahead', 130, [timer(1, 50, null)], 100, null, [1]],
    ['now beside an entry by hand that is ahead', undefined, [byHand(1, 110, 120)], 100, null, []],
    ['in the past on an empty day', 40, [], 40, null, []],
    ['in the past after the running start', 60, [timer(1, 50, null)], 60, null, [1]],
    ['in the past at the running start', 50, [timer(1, 50, null)], 50, null, [1]],
    ['before the running start', 40, [timer(1, 50, null)], 40, 50, []],
    ['before a finished timer', 40, [timer(1, 50, 60)], 40, 50, []],
    ['in a finished timer', 55, [timer(1, 50, 60)], 55, null, [1]],
    ['in one of two', 55, [timer(1, 50, 60), timer(2, 70, null)], 55, 70, [1]],
    ['at the end of a finished timer', 60, [timer(1, 50, 60)], 60, null, []],
    ['between two', 65, [timer(1, 50, 60), timer(2, 70, 80)], 65, 70, []],
    ['in an entry by hand', 55, [byHand(1, 50, 60)], 55, null, []],
    ['at the start of an entry by hand', 50, [byHand(1, 50, 60)], 50, null, []],
    ['before an entry by hand', 40, [byHand(1, 50, 60)], 40, 50, []],
    ['in a timer with time by hand in it', 52, [timer(1, 50, 60), byHand(2, 54, 56)], 52, 60, [1]],
    [
      'in a running one with time by hand',
      52,
      [timer(1, 50, null), byHand(2, 54, 56)],
      52,
      null,
      [1],
    ],
  ])('%s', (_, asked, others, startedAt, stoppedAt, stops) => {
    expect(planStart(asked, 100, others)).toEqual({ startedAt, stoppedAt, stops: stops.map(id) });
  });
});

const anyHand = fc
  .tuple(fc.nat(180), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: from + length }));
const anyAsked = fc.option(fc.nat(220), { nil: undefined });

describe('after any starts', () => {
  const now = 200;
  const anyDay = fc.record({
    hands: fc.array(anyHand, { maxLength: 4 }),
    starts: fc.array(anyAsked, { minLength: 1, maxLength: 8 }),
  });

  /** Every ledger from the first start to the last. */
  function play(hands: { from: number; to: number }[], starts: (number | undefined)[]): Ledger[] {
    const first = hands.map(({ from, to }, n) => byHand(n, from, to));
    return starts.reduce<Ledger[]>(
      (ledgers, asked, n) => [...ledgers, start(ledgers.at(-1) ?? [], id(100 + n), asked, now)],
      [first],
    );
  }

  test('never two run, and a start now always runs', () => {
    fc.assert(
      fc.property(anyDay, ({ hands, starts }) => {
        play(hands, starts).forEach((ledger, n) => {
          expect(running(ledger).length).toBeLessThanOrEqual(1);
          const asked = starts[n - 1];
          if (n > 0 && (asked === undefined || asked >= now)) {
            expect(ledger.at(-1)?.stoppedAt).toBeNull();
          }
        });
      }),
    );
  });

  test('every entry is still there and no tracked instant is lost', () => {
    fc.assert(
      fc.property(anyDay, ({ hands, starts }) => {
        const ledgers = play(hands, starts);
        expect(ledgers.at(-1)).toHaveLength(hands.length + starts.length);
        ledgers.slice(1).forEach((ledger, n) => {
          const lost = Array.from({ length: 400 }, (_, i) => i).filter(
            (instant) => covers(ledgers[n] ?? [], instant) && !covers(ledger, instant),
          );
          expect(lost).toEqual([]);
        });
      }),
    );
  });

  test('no two timers overlap', () => {
    fc.assert(
      fc.property(anyDay, ({ hands, starts }) => {
        const timers = (play(hands, starts).at(-1) ?? []).filter((entry) => !entry.byHand);
        const shared = timers.flatMap((a, i) =>
          timers.slice(i + 1).flatMap((b) => overlapOf(spanOf(a), spanOf(b)) ?? []),
        );
        expect(shared).toEqual([]);
      }),
    );
  });

  test('times by hand are as they were', () => {
    fc.assert(
      fc.property(anyDay, ({ hands, starts }) => {
        const ledgers = play(hands, starts);
        expect(ledgers.at(-1)?.slice(0, hands.length)).toEqual(ledgers[0]);
      }),
    );
  });

  test('a start only looks at the running timer, what covers it and what comes next', () => {
    fc.assert(
      fc.property(anyDay, anyAsked, ({ hands, starts }, asked) => {
        const all = play(hands, starts).at(-1) ?? [];
        const at = asked ?? now;
        const next = Math.min(...all.map((e) => e.startedAt).filter((s) => s > at));
        const few = all.filter(
          (e) =>
            e.stoppedAt === null || (e.startedAt <= at && e.stoppedAt > at) || e.startedAt === next,
        );
        expect(planStart(asked, now, few)).toEqual(planStart(asked, now, all));
      }),
    );
  });
});

interface Event {
  readonly n: number;
  readonly does: 'start' | 'stop';
}

test('starts and stops give the same outcome in whatever order they arrive', () => {
  const anyTimers = fc
    .uniqueArray(fc.nat(300), { minLength: 1, maxLength: 6 })
    .chain((starts) =>
      fc.tuple(
        ...starts.map((startedAt) =>
          fc.record({ startedAt: fc.constant(startedAt), lasts: fc.option(fc.nat(120)) }),
        ),
      ),
    );
  const now = 1000;
  fc.assert(
    fc.property(anyTimers, fc.infiniteStream(fc.nat()), (timers, dice) => {
      let waiting = timers.map((_, n): Event => ({ n, does: 'start' }));
      let ledger: Ledger = [];
      while (waiting.length > 0) {
        const event = waiting[(dice.next().value ?? 0) % waiting.length];
        const pressed = timers[event?.n ?? 0];
        if (event === undefined || pressed === undefined) throw new Error('no event');
        waiting = waiting.filter((other) => other !== event);
        if (event.does === 'start') {
          ledger = start(ledger, id(event.n), pressed.startedAt, now);
          if (pressed.lasts !== null) waiting = [...waiting, { n: event.n, does: 'stop' }];
        } else {
          const at = pressed.startedAt + (pressed.lasts ?? 0);
          ledger = stop(ledger, id(event.n), at, now);
        }
      }
      const ends = timers.map((pressed) => {
        const nextStart = timers.map((t) => t.startedAt).filter((s) => s > pressed.startedAt);
        const own = pressed.lasts === null ? Infinity : pressed.startedAt + pressed.lasts;
        const end = Math.min(own, ...nextStart);
        return end === Infinity ? null : end;
      });
      const found = timers.map((_, n) => ledger.find((entry) => entry.id === id(n))?.stoppedAt);
      expect(found).toEqual(ends);
    }),
    { numRuns: 500 },
  );
});
