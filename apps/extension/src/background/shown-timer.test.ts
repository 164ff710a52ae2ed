import { newId } from '@timegrove/contract/new-id.ts';
import { contentsOf, nothingYet, type Contents } from '@timegrove/contract/outbox/contents.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { anEntry } from '@timegrove/contract/testing/an-entry.ts';
import { expect, test } from 'vitest';
import { shownTimer } from './shown-timer.ts';
import { changing, picking, starting, stopping } from '@timegrove/ui/timer-deeds/timer-deeds.ts';

const memberId = newId<'member'>();
const nine = Date.parse('2026-03-10T09:00:00.000Z');
const ten = nine + 3_600_000;
const task = {
  id: newId<'task'>(),
  name: 'Design',
  path: [],
  color: null,
  archived: false,
  provider: null,
};
const running = { ...anEntry('09:00', null), memberId };

const item = (call: Call, seq: number) => ({
  ...call,
  seq,
  memberId,
  at: new Date(ten).toISOString(),
  refusal: null,
});

/** An outbox in which these calls wait, and others are sent but not yet in the server's answers. */
function outbox(waiting: readonly Call[], sent: readonly Call[] = []): Contents {
  const items = waiting.map((call, at) => item(call, at + 10));
  return contentsOf({ items, landed: sent.map(item), sending: null, lastTry: 'unreachable' });
}

test('is what the server said, while nothing waits', () => {
  expect(shownTimer(running, nothingYet)).toEqual({ entry: running, waiting: null });
  expect(shownTimer(null, nothingYet)).toBeNull();
});

test('a stop that waits is not shown as done', () => {
  const stop = stopping(running, ten);
  const stoppedAt = new Date(ten).toISOString();
  expect(shownTimer(running, outbox([stop]))).toEqual({
    entry: { ...running, stoppedAt },
    waiting: 'stop',
  });
  expect(shownTimer(running, outbox([], [stop]))).toBeNull();
});

test('a start that waits runs, also after a stop that waits', () => {
  const start = starting(task, 'Sketches', { running: null, now: ten });
  const shown = shownTimer(running, outbox([stopping(running, ten), start]));
  expect(shown?.waiting).toBe('start');
  expect(shown?.entry).toMatchObject({ task, note: 'Sketches', stoppedAt: null });
  expect(shownTimer(null, outbox([], [start]))?.waiting).toBeNull();
});

test('a change of what runs does not wait for anybody', () => {
  expect(shownTimer(running, outbox([changing(running, { note: 'Beds' })]))).toEqual({
    entry: { ...running, note: 'Beds' },
    waiting: null,
  });
});

test('a task is told to a timer without one, and started beside one that has its own', () => {
  const when = { running, now: ten };
  expect(picking(task, when)).toMatchObject({ deed: 'change-entry' });
  expect(picking(task, { running: { ...running, task }, now: ten })).toBeNull();
  expect(picking(null, { running: { ...running, task }, now: ten })).toMatchObject({
    deed: 'start-timer',
  });
});

test('nothing begins or ends before what runs, however the clocks are set', () => {
  const early = nine - 5000;
  const startedAt = running.startedAt;
  expect(stopping(running, early).given).toMatchObject({ body: { stoppedAt: startedAt } });
  expect(starting(null, '', { running, now: early }).given).toMatchObject({ body: { startedAt } });
});
