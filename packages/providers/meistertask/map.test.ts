import { ProviderFailure } from '@timegrove/domain/provider.ts';
import { describe, expect, it } from 'vitest';
import { isKnownState, listItem, projectItem, taskItem } from './map.ts';
import { choosePlan, minimumRequests } from './plan.ts';

const project = (more: object = {}) => ({
  id: 7,
  name: 'Relaunch',
  status: 1,
  token: 'a/b',
  ...more,
});

const ticked = (...ids: number[]) => ({ mode: 'ticked' as const, ids: ids.map(String) });

describe('a project', () => {
  it('is an item below the root, with its address', () => {
    expect(projectItem(project())).toEqual({
      kind: 'project',
      remoteId: '7',
      parent: null,
      name: 'Relaunch',
      state: 'active',
      url: 'https://www.meistertask.com/app/project/a%2Fb',
    });
  });

  it.each([
    [1, 'active'],
    [4, 'deleted'],
    [5, 'archived'],
  ])('with status %i is %s', (status, state) => {
    expect(projectItem(project({ status })).state).toBe(state);
  });

  it('with a status nobody knows is not guessed', () => {
    expect(() => projectItem(project({ status: 3 }))).toThrow(ProviderFailure);
  });

  it('without a token has no address', () => {
    expect(projectItem({ id: 7, name: 'x', status: 1 }).url).toBeNull();
  });
});

it.each([
  [1, 'active'],
  [2, 'deleted'],
  [9, 'active'],
])('a section with status %i is a list that is %s', (status, state) => {
  const item = listItem({ id: 8, name: 'To do', status, project_id: 7 });
  expect(item).toMatchObject({ kind: 'list', parent: { kind: 'project', remoteId: '7' }, state });
});

it.each([
  [1, 'active'],
  [2, 'completed'],
  [8, 'deleted'],
  [18, 'archived'],
  [3, 'active'],
])('a task with status %i is %s', (status, state) => {
  const item = taskItem({ id: 9, name: 'Draft', status, section_id: 8, token: 'zz' });
  expect(item).toMatchObject({ kind: 'task', parent: { kind: 'list', remoteId: '8' }, state });
  expect(isKnownState('task', status)).toBe(status !== 3);
});

describe('the plan of a read', () => {
  const counted = (id: number, tasks: number) => project({ id, tasks_active_count: tasks });

  it('is the whole account when everything is wanted', () => {
    expect(choosePlan([project()], { mode: 'all' })).toEqual({ type: 'account' });
  });

  it.each([
    ['one ticked project', [counted(1, 10), counted(2, 10)], ticked(1), [1]],
    ['few of many tasks', [counted(1, 9), counted(2, 9), counted(3, 9000)], ticked(1, 2), [1, 2]],
    ['what is not trashed', [project({ id: 1, status: 4 }), counted(2, 9)], ticked(1, 2), [2]],
    ['nothing that is still there', [counted(1, 9)], ticked(5), []],
  ])('is project by project for %s', (_, projects, selection, ids) => {
    expect(choosePlan(projects, selection)).toEqual({ type: 'projects', ids });
  });

  it.each([
    ['several small ones', [counted(1, 9), counted(2, 9), counted(3, 9)]],
    ['several of unknown size', [project({ id: 1 }), project({ id: 2 }), project({ id: 3 })]],
  ])('is the whole account for %s', (_, projects) => {
    expect(choosePlan(projects, ticked(1, 2))).toEqual({ type: 'account' });
  });
});

it.each([
  [{ projects: 0, sections: 0, tasks: 0 }, 1],
  [{ projects: 1, sections: 0, tasks: 0 }, 3],
  [{ projects: 500, sections: 500, tasks: 500 }, 3],
  [{ projects: 501, sections: 2000, tasks: 100_001 }, 2 + 4 + 201],
])('the fewest requests for %o are %i', (extent, requests) => {
  expect(minimumRequests(extent)).toBe(requests);
});
