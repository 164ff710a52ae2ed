import { expect, test } from 'vitest';
import { forgottenStop, runsLong } from './long-timer.ts';

const running = { startedAt: '2026-03-10T15:00:00.000Z', zone: 'Europe/Berlin' };

test('a timer runs long from the hour on that the account sets', () => {
  const after = (minutes: number) => Date.parse(running.startedAt) + minutes * 60_000;
  expect(runsLong(running, 10, after(599))).toBe(false);
  expect(runsLong(running, 10, after(600))).toBe(true);
});

test.each([
  ['17:30', '2026-03-10T16:30:00.000Z'],
  ['00:15', '2026-03-10T23:15:00.000Z'],
  ['15:59', undefined],
])('forgotten at four, asked at nine the next morning: stopped at %s', (time, at) => {
  const now = Date.parse('2026-03-11T08:00:00.000Z');
  expect(forgottenStop(running, time, now)).toBe(at && Date.parse(at));
});
