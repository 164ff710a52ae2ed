import { hour, minute } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { dayLines, totalOf } from './day-lines.ts';

const now = Date.parse(instant('17:00'));

function shape(lines: ReturnType<typeof dayLines>) {
  return lines.map((line) =>
    line.kind === 'entry' ? 'entry' : (line.gap.end - line.gap.start) / minute,
  );
}

test('gaps stand between entries, never before the first or after the last', () => {
  const lines = dayLines([anEntry('13:00', '14:00'), anEntry('09:00', '12:15')], now);
  expect(shape(lines)).toEqual(['entry', 45, 'entry']);
});

test('entries that touch or overlap have no gap, also behind a longer one', () => {
  const lines = dayLines(
    [anEntry('09:00', '12:00'), anEntry('09:30', '10:00'), anEntry('12:00', '12:30')],
    now,
  );
  expect(shape(lines)).toEqual(['entry', 'entry', 'entry']);
});

test('less than a minute is no gap', () => {
  const second = { ...anEntry('10:00', '11:00'), startedAt: '2026-03-10T10:00:59.000Z' };
  expect(shape(dayLines([anEntry('09:00', '10:00'), second], now))).toEqual(['entry', 'entry']);
});

test('what runs counts until now', () => {
  expect(totalOf([anEntry('09:00', '10:30'), anEntry('16:00', null)], now)).toBe(2.5 * hour);
});

test('a clock that is behind the start counts nothing', () => {
  expect(totalOf([anEntry('17:05', null)], now)).toBe(0);
});
