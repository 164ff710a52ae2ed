import { expect, test } from 'vitest';
import { aTask } from '../tree/a-task.ts';
import { possibleParents } from './targets.ts';

const house = aTask('House');
const roof = aTask('Roof', { parentId: house.id });
const tiles = { ...aTask('Tiles'), path: [house, roof] };
const garden = { ...aTask('Garden'), path: [] };

test('a task can be moved to any own task elsewhere', () => {
  expect(possibleParents(roof, [garden])).toEqual([garden]);
});

test('not to itself, below itself, or where it already is', () => {
  const found = [{ ...roof, path: [house] }, tiles, { ...house, path: [] }];
  expect(possibleParents(roof, found)).toEqual([]);
});

test('not below an imported task, unless its integration is unlinked', () => {
  const source = { provider: 'p', kind: 'project', url: null, readOnly: true };
  const imported = { ...aTask('Imported', { source }), path: [] };
  const unlinked = { ...aTask('Unlinked', { source: { ...source, readOnly: false } }), path: [] };
  expect(possibleParents(roof, [imported, unlinked])).toEqual([unlinked]);
});
