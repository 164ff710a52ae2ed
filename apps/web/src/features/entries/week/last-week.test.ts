import { anEntry } from '@timegrove/contract/testing/an-entry.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { copiesOf } from './last-week.ts';

const later = Date.parse('2026-03-20T00:00:00Z');
const task = {
  id: newId<'task'>(),
  name: 'A',
  path: [],
  color: null,
  archived: false,
  provider: null,
};

function copied(lastWeek: readonly Entry[], given: Partial<Parameters<typeof copiesOf>[0]> = {}) {
  const usual = { lastWeek, thisWeek: [], now: later, mayAddTo: () => true };
  return copiesOf({ ...usual, ...given }).map(({ times }) => new Date(times.start).toISOString());
}

test('an entry comes a week later at the same time, with all that it says', () => {
  const entry = { ...anEntry('09:00', '10:30'), task, note: 'Sketches', billable: true };
  const [copy] = copiesOf({ lastWeek: [entry], thisWeek: [], now: later, mayAddTo: () => true });
  expect(copy).toMatchObject({ task, note: 'Sketches', billable: true });
  expect(copy?.times).toEqual({
    start: Date.parse('2026-03-17T09:00:00Z'),
    end: Date.parse('2026-03-17T10:30:00Z'),
    zone: 'UTC',
  });
});

test('across a change of the clocks the clock time stays', () => {
  const entry = { ...anEntry('09:00', '10:00'), day: '2026-03-10', zone: 'America/New_York' };
  const before = { ...entry, day: '2026-03-03' };
  const times = { startedAt: '2026-03-03T14:00:00.000Z', stoppedAt: '2026-03-03T15:00:00.000Z' };
  expect(copied([{ ...before, ...times }])).toEqual(['2026-03-10T13:00:00.000Z']);
});

test('several entries of a day come all', () => {
  expect(copied([anEntry('09:00', '10:00'), anEntry('11:00', '12:00')])).toHaveLength(2);
});

test('what has time on that day already, would end in the future or runs is left out', () => {
  const entry = { ...anEntry('09:00', '10:00'), task };
  const there = { ...entry, day: '2026-03-17' };
  expect(copied([entry], { thisWeek: [there] })).toEqual([]);
  expect(copied([{ ...entry, task: null }], { thisWeek: [there] })).toHaveLength(1);
  expect(copied([entry], { now: Date.parse('2026-03-17T09:30:00Z') })).toEqual([]);
  expect(copied([anEntry('09:00', null)])).toEqual([]);
});

test('an archived task and a day that takes no time are left out', () => {
  expect(copied([{ ...anEntry('09:00', '10:00'), task: { ...task, archived: true } }])).toEqual([]);
  expect(copied([anEntry('09:00', '10:00')], { mayAddTo: (day) => day > '2026-03-17' })).toEqual(
    [],
  );
});
