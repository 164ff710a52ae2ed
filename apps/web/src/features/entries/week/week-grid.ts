import type { Entry } from '@timegrove/contract/entries.ts';
import { totalOf } from '../day-lines.ts';

/** A task as entries show it; null: “No task”. */
export type RowTask = Entry['task'];

/** The entries of one task on one day. */
export interface WeekCell {
  readonly day: string;
  readonly entries: readonly Entry[];
  /** Milliseconds. */
  readonly total: number;
}

/** What was tracked on one task, day by day. */
export interface WeekRow {
  /** The id of the task; empty: without a task. */
  readonly key: string;
  readonly task: RowTask;
  readonly cells: readonly WeekCell[];
  readonly total: number;
}

/** Tasks by days. */
export interface WeekGrid {
  readonly rows: readonly WeekRow[];
  /** The sums of the days, in their order. */
  readonly dayTotals: readonly number[];
  readonly total: number;
}

interface Asked {
  readonly entries: readonly Entry[];
  readonly days: readonly string[];
  /** Tasks that have a row also without time. */
  readonly kept: readonly RowTask[];
  /** Ends what still runs. */
  readonly now: number;
}

/** The entries of some days as a table, the tasks by their path and name; without a task comes last. */
export function weekGrid({ entries, days, kept, now }: Asked): WeekGrid {
  const shown = entries.filter(({ day }) => days.includes(day));
  const tasks = new Map(
    [...kept, ...shown.map(({ task }) => task)].map((task) => [keyOf(task), task]),
  );
  const byRow = Map.groupBy(shown, ({ task }) => keyOf(task));
  const rows = [...tasks]
    .map(([key, task]) => rowOf(task, byRow.get(key) ?? [], days, now))
    .toSorted(byPath);
  const dayTotals = days.map((day) =>
    totalOf(
      shown.filter((entry) => entry.day === day),
      now,
    ),
  );
  return { rows, dayTotals, total: dayTotals.reduce((sum, total) => sum + total, 0) };
}

/** What tells the row of a task from the others. */
export function keyOf(task: RowTask): string {
  return task?.id ?? '';
}

function rowOf(
  task: RowTask,
  entries: readonly Entry[],
  days: readonly string[],
  now: number,
): WeekRow {
  const cells = days.map((day) => {
    const ofDay = entries.filter((entry) => entry.day === day);
    return { day, entries: ofDay, total: totalOf(ofDay, now) };
  });
  return { key: keyOf(task), task, cells, total: totalOf(entries, now) };
}

function byPath(a: WeekRow, b: WeekRow): number {
  if (a.task === null || b.task === null) return a.key < b.key ? 1 : -1;
  const [one, other] = [a.task, b.task].map(({ path, name }) => [...path, name].join('\u0000'));
  return (one ?? '').localeCompare(other ?? '') || (a.key < b.key ? -1 : 1);
}
