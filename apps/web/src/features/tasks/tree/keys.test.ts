import type { TaskId } from '@timegrove/domain/id.ts';
import { expect, test } from 'vitest';
import { aTask } from './a-task.ts';
import { flatten, type Branch } from './flatten.ts';
import { keyName, readKey, typeAhead } from './keys.ts';

const roof = aTask('Roof');
const house = aTask('House', { childCount: 1 });
const garden = aTask('Garden');
const grill = aTask('Grill');

function rows(expanded: TaskId[] = [house.id]) {
  const branches = new Map<TaskId | null, Branch>([
    [null, { state: 'read', tasks: [house, garden, grill], more: false }],
    [house.id, { state: 'read', tasks: [roof], more: false }],
  ]);
  return flatten({ branches, expanded: new Set(expanded), draft: undefined });
}

test.each([
  ['ArrowDown', house, { do: 'focus', taskId: roof.id }],
  ['ArrowDown', grill, { do: 'focus', taskId: grill.id }],
  ['ArrowUp', garden, { do: 'focus', taskId: roof.id }],
  ['ArrowUp', house, { do: 'focus', taskId: house.id }],
  ['Home', grill, { do: 'focus', taskId: house.id }],
  ['End', house, { do: 'focus', taskId: grill.id }],
  ['ArrowRight', house, { do: 'focus', taskId: roof.id }],
  ['ArrowRight', garden, undefined],
  ['ArrowLeft', house, { do: 'collapse', taskId: house.id }],
  ['ArrowLeft', roof, { do: 'focus', taskId: house.id }],
  ['ArrowLeft', garden, undefined],
  ['Enter', roof, { do: 'open', taskId: roof.id }],
  ['F2', roof, { do: 'rename', taskId: roof.id }],
  ['Shift+Enter', roof, { do: 'add', taskId: roof.id }],
  ['Mod+Enter', roof, { do: 'track', taskId: roof.id }],
  ['Delete', roof, { do: 'archive', taskId: roof.id }],
  ['Tab', roof, undefined],
])('%s on $name', (key, task, step) => {
  expect(readKey(rows(), task.id, key)).toEqual(step);
});

test('the right arrow opens a shut branch', () => {
  expect(readKey(rows([]), house.id, 'ArrowRight')).toEqual({ do: 'expand', taskId: house.id });
});

test('with nothing focused the first task is meant', () => {
  expect(readKey(rows(), null, 'Enter')).toEqual({ do: 'open', taskId: house.id });
  expect(readKey([], null, 'Enter')).toBeUndefined();
});

test('typing jumps to the next name that starts so, around the end', () => {
  expect(typeAhead(rows(), garden.id, 'g')).toBe(grill.id);
  expect(typeAhead(rows(), grill.id, 'g')).toBe(garden.id);
  expect(typeAhead(rows(), garden.id, 'ga')).toBe(garden.id);
  expect(typeAhead(rows(), garden.id, 'x')).toBeUndefined();
});

test.each([
  [{ key: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  [{ key: 'Enter', metaKey: true }, 'Mod+Enter'],
  [{ key: 'Enter', shiftKey: true }, 'Shift+Enter'],
  [{ key: 'G', shiftKey: true }, 'G'],
  [{ key: 'k', ctrlKey: true }, 'Mod+k'],
])('a press of %o is %s', (press, name) => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
  expect(keyName({ ...plain, ...press })).toBe(name);
});
