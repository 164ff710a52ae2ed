import { expect, it } from 'vitest';
import { projectItem, taskItem } from './map.ts';

it('takes a project for an item below the root', () => {
  const item = projectItem({ id: 'p1', name: 'Relaunch', archived: true });
  expect(item).toMatchObject({ kind: 'project', remoteId: 'p1', parent: null, state: 'archived' });
});

it.each([
  ['open', 'active'],
  ['done', 'completed'],
  ['archived', 'archived'],
] as const)('takes a task that is %s for %s', (state, expected) => {
  const item = taskItem({ id: 't1', project_id: 'p1', title: 'Draft', state });
  expect(item.state).toBe(expected);
  expect(item.parent).toEqual({ kind: 'project', remoteId: 'p1' });
});
