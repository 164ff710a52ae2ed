import { describe, expect, it } from 'vitest';
import { clientItem, projectItem, taskItem, workspaceContainer, workspaceItem } from './map.ts';
import { chosenWorkspaces, minimumRequests } from './plan.ts';

const deleted = { server_deleted_at: '2026-01-01T00:00:00+00:00' };
const workspace = { id: 1, name: 'Studio', server_deleted_at: null, suspended_at: null };
const project = { id: 3, name: 'Relaunch', active: true, client_id: null, status: 'active' };

describe('a workspace', () => {
  it('is an item below the root, and something to tick', () => {
    const ref = { kind: 'workspace', remoteId: '1', name: 'Studio', state: 'active' };
    expect(workspaceContainer(workspace)).toEqual(ref);
    expect(workspaceItem(workspace)).toEqual({ ...ref, parent: null, url: null });
  });

  it.each([
    ['deleted', deleted, 'deleted'],
    ['suspended', { suspended_at: '2026-01-01T00:00:00+00:00' }, 'active'],
    ['sent without both fields', { server_deleted_at: undefined }, 'active'],
  ])('%s is %s', (_, more, state) => {
    expect(workspaceItem({ ...workspace, ...more }).state).toBe(state);
  });
});

it.each([
  [{ archived: false }, 'active'],
  [{ archived: true }, 'archived'],
  [{ archived: true, ...deleted }, 'deleted'],
])('a client with %o is %s, below its workspace', (more, state) => {
  const item = clientItem({ id: 2, name: 'Bakery', ...more }, 1);
  expect(item).toMatchObject({
    kind: 'client',
    parent: { kind: 'workspace', remoteId: '1' },
    state,
  });
});

describe('a project', () => {
  it('sits below its client', () => {
    const item = projectItem({ ...project, client_id: 2 }, 1);
    expect(item.parent).toEqual({ kind: 'client', remoteId: '2' });
    expect(item.url).toBe('https://track.toggl.com/1/projects/3/team');
  });

  it('without a client sits directly below its workspace', () => {
    expect(projectItem(project, 1).parent).toEqual({ kind: 'workspace', remoteId: '1' });
  });

  it.each([
    [{}, 'active'],
    [{ status: null }, 'active'],
    [{ status: 'upcoming' }, 'active'],
    [{ status: 'ended' }, 'active'],
    [{ active: false, status: 'archived' }, 'archived'],
    [{ active: false, status: undefined }, 'archived'],
    [{ active: false, status: 'deleted' }, 'deleted'],
    [{ active: false, ...deleted }, 'deleted'],
  ])('with %o is %s', (more, state) => {
    expect(projectItem({ ...project, ...more }, 1).state).toBe(state);
  });
});

it.each([
  [{ active: true }, 'active'],
  [{ active: false }, 'completed'],
  [{ active: false, ...deleted }, 'deleted'],
])('a task with %o is %s, below its project', (more, state) => {
  const item = taskItem({ id: 4, name: 'Draft', project_id: 3, ...more });
  expect(item).toMatchObject({ kind: 'task', parent: { kind: 'project', remoteId: '3' }, state });
});

it('the workspaces that are read are those that are wanted and still there', () => {
  const all = [workspace, { ...workspace, id: 2 }, { ...workspace, id: 3, ...deleted }];
  const ids = (selection: Parameters<typeof chosenWorkspaces>[1]) =>
    chosenWorkspaces(all, selection).map(({ id }) => id);
  expect(ids({ mode: 'all' })).toEqual([1, 2]);
  expect(ids({ mode: 'ticked', ids: ['2', '3', '9'] })).toEqual([2]);
});

it.each([
  [[], 1],
  [[{ projects: 0, tasks: 0 }], 1 + 2],
  [[{ projects: 1, tasks: 0 }], 1 + 3],
  [[{ projects: 151, tasks: 1 }], 1 + 4],
  [[{ projects: 100, tasks: 1 }], 1 + 4],
  [[{ projects: 199, tasks: 200 }], 1 + 3],
  [[{ projects: 200, tasks: 201 }], 1 + 1 + 2 + 2],
  [
    [
      { projects: 251, tasks: 251 },
      { projects: 400, tasks: 100_000 },
    ],
    1 + 5 + 1 + 3 + 500,
  ],
])('the fewest requests for %o are %i', (workspaces, requests) => {
  expect(minimumRequests(workspaces)).toBe(requests);
});
