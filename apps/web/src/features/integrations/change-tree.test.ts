import type { Change } from '@timegrove/contract/runs.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { changeTree, countKinds, type ChangeNode } from './change-tree.ts';

function aChange(name: string, path: string[], given: Partial<Change> = {}): Change {
  return {
    action: 'created',
    kind: 'task',
    name,
    path,
    taskId: null,
    before: null,
    after: null,
    reason: null,
    ...given,
  };
}

function drawn(changes: Change[]): string[] {
  return lines(changeTree(changes), '');
}

function lines(nodes: readonly ChangeNode[], start: string): string[] {
  return nodes.flatMap(({ name, children }) => [start + name, ...lines(children, `${start}  `)]);
}

test('a task hangs below its parent, whichever comes first', () => {
  const task = aChange('Roof', ['Root', 'House']);
  const house = aChange('House', ['Root']);
  expect(drawn([task, house])).toEqual(['Root', '  House', '    Roof']);
  expect(drawn([house, task])).toEqual(['Root', '  House', '    Roof']);
});

test('two items of one name stay two lines', () => {
  expect(drawn([aChange('Roof', ['House']), aChange('Roof', ['House'])])).toEqual([
    'House',
    '  Roof',
    '  Roof',
  ]);
});

test('two changes of one task share a line', () => {
  const taskId = newId<'task'>();
  const nodes = changeTree([
    aChange('Roof', [], { taskId, action: 'renamed' }),
    aChange('Roof', [], { taskId, action: 'moved' }),
  ]);
  expect(nodes).toHaveLength(1);
  expect(nodes[0]?.counts).toEqual({ renamed: 1, moved: 1 });
});

test('a branch counts what happens on it and below it', () => {
  const [root] = changeTree([
    aChange('House', ['Root'], { action: 'archived' }),
    aChange('Roof', ['Root', 'House'], { action: 'archived' }),
    aChange('Door', ['Root', 'House']),
  ]);
  expect(root?.changes).toEqual([]);
  expect(root?.counts).toEqual({ archived: 2, created: 1 });
});

test('changes are counted by kind', () => {
  const counts = countKinds([
    aChange('a', [], { kind: 'project' }),
    aChange('b', []),
    aChange('c', []),
  ]);
  expect([...counts]).toEqual([
    ['project', 1],
    ['task', 2],
  ]);
});
