import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { weekOf } from '@timegrove/domain/time/day.ts';
import { hour } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { weekGrid, type RowTask } from './week-grid.ts';

const days = weekOf('2026-03-10');
const now = Date.parse(instant('17:00'));
const [alpha, beta] = [aTask('Alpha', ['House']), aTask('Beta', [])];

function aTask(name: string, path: string[]): RowTask {
  return { id: newId<'task'>(), name, path, color: null, archived: false, provider: null };
}

function on(task: RowTask, start: string, stop: string | null, day = '2026-03-10'): Entry {
  return { ...anEntry(start, stop), task, day };
}

function gridOf(entries: readonly Entry[], kept: readonly RowTask[] = []) {
  return weekGrid({ entries, days, kept, now });
}

test('every task has one row with the sums of its days', () => {
  const { rows } = gridOf([
    on(alpha, '09:00', '10:00'),
    on(beta, '10:00', '10:30'),
    on(alpha, '11:00', '11:30', '2026-03-12'),
    on(alpha, '13:00', '14:00'),
  ]);
  expect(rows.map(({ task }) => task?.name)).toEqual(['Beta', 'Alpha']);
  expect(rows[1]?.cells.map(({ total }) => total / hour)).toEqual([0, 2, 0, 0.5, 0, 0, 0]);
  expect(rows[1]?.cells[1]?.entries).toHaveLength(2);
  expect(rows.map(({ total }) => total / hour)).toEqual([0.5, 2.5]);
});

test('days and week add up over all tasks, with what runs until now', () => {
  const { dayTotals, total } = gridOf([
    on(alpha, '09:00', '10:00'),
    on(null, '16:00', null),
    on(beta, '10:00', '12:00', '2026-03-15'),
  ]);
  expect(dayTotals.map((sum) => sum / hour)).toEqual([0, 2, 0, 0, 0, 0, 2]);
  expect(total).toBe(4 * hour);
});

test('what lies outside the week is left out', () => {
  expect(gridOf([on(alpha, '09:00', '10:00', '2026-03-08')]).rows).toEqual([]);
});

test('a kept task has a row without time, and only one with it', () => {
  expect(gridOf([], [alpha, alpha]).rows).toMatchObject([{ task: alpha, total: 0 }]);
  expect(gridOf([on(alpha, '09:00', '10:00')], [alpha]).rows).toMatchObject([{ total: hour }]);
});

test('without a task comes last', () => {
  const { rows } = gridOf([on(null, '09:00', '10:00'), on(alpha, '10:00', '11:00')]);
  expect(rows.map(({ key }) => key)).toEqual([alpha?.id, '']);
});
