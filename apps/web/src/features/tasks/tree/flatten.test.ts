import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { expect, test } from 'vitest';
import { aTask } from './a-task.ts';
import { flatten, pathOf, wantedBranches, type Branch, type TreeView } from './flatten.ts';

const roof = aTask('Roof');
const house = aTask('House', { childCount: 1 });
const garden = aTask('Garden');

function read(...tasks: Task[]): Branch {
  return { state: 'read', tasks, more: false };
}

function view(given: Partial<TreeView> = {}): TreeView {
  const branches = new Map<TaskId | null, Branch>([
    [null, read(house, garden)],
    [house.id, read(roof)],
  ]);
  return { branches, expanded: new Set(), draft: undefined, ...given };
}

function drawn(given?: Partial<TreeView>): string[] {
  return flatten(view(given)).map(
    (row) => `${row.level} ${row.type === 'task' ? row.task.name : row.type}`,
  );
}

test('a shut branch shows one line', () => {
  expect(drawn()).toEqual(['1 House', '1 Garden']);
});

test('an open branch shows what lies below it, one level deeper', () => {
  expect(drawn({ expanded: new Set([house.id]) })).toEqual(['1 House', '2 Roof', '1 Garden']);
});

test('an open branch that is not read yet says so', () => {
  const branches = new Map<TaskId | null, Branch>([[null, read(house)]]);
  expect(drawn({ branches, expanded: new Set([house.id]) })).toEqual(['1 House', '2 reading']);
  branches.set(house.id, { state: 'failed' });
  expect(drawn({ branches, expanded: new Set([house.id]) })).toEqual(['1 House', '2 failed']);
});

test('a branch that is read in part ends in a line for the rest, and does not count its tasks', () => {
  const branches = new Map(view().branches);
  branches.set(house.id, { state: 'read', tasks: [roof], more: true });
  const given = { branches, expanded: new Set([house.id]) };
  expect(drawn(given)).toEqual(['1 House', '2 Roof', '2 more', '1 Garden']);
  expect(flatten(view(given))[1]).toMatchObject({ position: 1, siblings: -1 });
});

test('nothing read yet is one waiting line', () => {
  expect(drawn({ branches: new Map() })).toEqual(['1 reading']);
});

test('a new name is typed at the top of its branch, which opens for it', () => {
  expect(drawn({ draft: null })).toEqual(['1 draft', '1 House', '1 Garden']);
  expect(drawn({ draft: house.id })).toEqual(['1 House', '2 draft', '2 Roof', '1 Garden']);
});

test('a leaf takes a first task below it', () => {
  const branches = new Map(view().branches).set(garden.id, read());
  expect(drawn({ branches, draft: garden.id })).toEqual(['1 House', '1 Garden', '2 draft']);
});

test('lines know their place among their siblings and whether they open', () => {
  const rows = flatten(view({ expanded: new Set([house.id]) }));
  expect(rows).toMatchObject([
    { expanded: true, position: 1, siblings: 2, parent: null },
    { expanded: null, position: 1, siblings: 1, parent: house.id },
    { expanded: null, position: 2, siblings: 2, parent: null },
  ]);
});

test('a task that lost its last child is a leaf again, though it is still marked open', () => {
  expect(drawn({ expanded: new Set([garden.id]) })).toEqual(['1 House', '1 Garden']);
});

test('the projects and every open branch are asked for, the draft’s too', () => {
  expect(wantedBranches(new Set([house.id]), garden.id)).toEqual([null, house.id, garden.id]);
  expect(wantedBranches(new Set(), null)).toEqual([null]);
});

test('a line knows the tasks above it', () => {
  const rows = flatten(view({ expanded: new Set([house.id]) }));
  const paths = rows.map((row) => pathOf(rows, row).map(({ name }) => name));
  expect(paths).toEqual([[], ['House'], []]);
});
