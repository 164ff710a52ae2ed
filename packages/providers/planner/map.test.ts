import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import {
  isBoard,
  listItem,
  projectItem,
  stateOf,
  taskItem,
  taskRef,
  workspaceItem,
} from './map.ts';
import { placeTasks } from './place-tasks.ts';

const project = (more = {}) => ({ id: 'p1', name: 'Relaunch', isArchived: false, ...more });
const task = (id: string, more = {}) => ({ id, name: `T ${id}`, taskListId: 'l1', ...more });
const list = (id: string, more = {}) => ({ id, name: `L ${id}`, ...more });

it.each([
  [{}, 'active'],
  [{ isArchived: null, isCompleted: null, completedAt: null, deletedAt: null }, 'active'],
  [{ isCompleted: true }, 'completed'],
  [{ completedAt: '2026-01-01T00:00:00Z' }, 'completed'],
  [{ isCompleted: false, completedAt: '2026-01-01T00:00:00Z' }, 'active'],
  [{ isArchived: true, isCompleted: true }, 'archived'],
  [{ isArchived: true, deletedAt: '2026-01-01T00:00:00Z' }, 'deleted'],
  [{ deletedAt: '' }, 'active'],
])('takes what says %o for %s', (flags, state) => {
  expect(stateOf(flags)).toBe(state);
});

it.each([
  ['Relaunch', true],
  ['', false],
  ['  ', false],
  [null, false],
  [undefined, false],
])('takes a project with the name %o for a board: %s', (name, expected) => {
  expect(isBoard(project({ name }))).toBe(expected);
});

describe('an item', () => {
  it('lies below the one above it, and can be opened where there is an address', () => {
    expect(workspaceItem({ id: 'o1', name: 'Studio' })).toMatchObject({ parent: null, url: null });
    expect(projectItem(project(), 'o1')).toMatchObject({
      parent: { kind: 'workspace', remoteId: 'o1' },
      url: 'https://planner.timecamp.com/projects/p1',
    });
    expect(listItem(list('l1'), 'p1')).toMatchObject({
      parent: { kind: 'project', remoteId: 'p1' },
      url: null,
    });
    expect(taskItem(task('t1'), 'p1', taskRef('t0'))).toMatchObject({
      remoteId: 't1',
      parent: { kind: 'task', remoteId: 't0' },
      url: 'https://planner.timecamp.com/projects/p1/kanban?taskId=t1',
    });
  });
});

const places = (rows: readonly ReturnType<typeof task>[], lists = [list('l1'), list('l2')]) => {
  const { items, strays } = placeTasks(rows, lists, 'p1');
  const lines = items.map((item) => `${item.remoteId} in ${item.parent?.remoteId}`);
  return { lines, strays };
};

describe('the tasks of a project', () => {
  const gone = { deletedAt: '2026-01-01T00:00:00Z' };

  it('lie in their list, or below the task they are a part of, however deep', () => {
    const rows = [
      task('c', { parentId: 'b' }),
      task('b', { parentId: 'a', taskListId: 'l2' }),
      task('a'),
      task('d', { taskListId: 'l2' }),
    ];
    expect(places(rows).lines).toEqual(['c in b', 'b in a', 'a in l1', 'd in l2']);
  });

  it('lie in their list where the task above is not there, or goes in a circle', () => {
    const rows = [
      task('a', { parentId: 'nowhere' }),
      task('b', { parentId: 'c' }),
      task('c', { parentId: 'b', taskListId: 'l2' }),
      task('d', { parentId: 'd' }),
      task('e', { parentId: 'b' }),
    ];
    expect(places(rows).lines).toEqual(['a in l1', 'b in l1', 'c in l2', 'd in l1', 'e in l1']);
  });

  it('are not there below what was deleted, while what was deleted itself is', () => {
    const rows = [
      task('a', gone),
      task('b', { parentId: 'a' }),
      task('c', { parentId: 'b' }),
      task('d', { taskListId: 'l2' }),
      task('e'),
    ];
    expect(places(rows, [list('l1'), list('l2', gone)])).toEqual({
      lines: ['a in l1', 'e in l1'],
      strays: 0,
    });
  });

  it('are counted where their list is not listed', () => {
    const rows = [task('a', { taskListId: 'l9' }), task('b', { taskListId: null }), task('c')];
    expect(places([...rows, task('d', { parentId: 'a' })])).toEqual({
      lines: ['c in l1'],
      strays: 3,
    });
  });
});

const refusal = (path: string, status: number, body: unknown) =>
  explain({ path, status, headers: {}, text: JSON.stringify(body) });

describe('a refusal', () => {
  it.each([
    [
      'a wrong password, in the words of the vendor',
      { error: 'invalid_grant', error_description: 'No such user.' },
      { word: 'unauthorized', reason: 'No such user.' },
    ],
    [
      'a grant that it does not know as our mistake',
      { error: 'unsupported_grant_type', error_description: 'No.' },
      { word: 'changed-shape', path: 'POST /oauth/token (unsupported_grant_type: No.)' },
    ],
    ['anything else as usual', { code: 500 }, undefined],
  ])('of the token route tells %s', (_, body, failure) => {
    expect(refusal('/oauth/token', 400, body)).toEqual(failure);
  });

  it.each([
    ['/projects/p1/tasks', 'gone'],
    ['/organizations/o1/projects', 'gone'],
    ['/users/self/organizations', undefined],
  ])('of %s with status 403 is %s', (path, word) => {
    expect(refusal(path, 403, { code: 403, message: 'Closed' })?.word).toBe(word);
  });

  it('with another status is read as usual', () => {
    expect(refusal('/projects/p1/tasks', 401, { code: 401, message: 'Expired' })).toBeUndefined();
  });
});
