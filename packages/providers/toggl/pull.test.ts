import type { Area, Item, Pulled } from '@timegrove/domain/provider.ts';
import { describe, expect, it } from 'vitest';
import {
  client,
  project,
  projectPage,
  pulled,
  task,
  taskPage,
  vendorOf,
  workspace,
} from './test-vendor.ts';
import type { Answering } from './test-vendor.ts';
import { provider } from './index.ts';

/** What workspace 1 holds. */
interface Holds {
  readonly workspaces?: readonly object[];
  readonly clients?: readonly unknown[];
  readonly projects?: readonly unknown[];
  readonly tasks?: readonly unknown[];
  /** Answers before everything else; undefined lets the rest answer. */
  readonly first?: Answering;
}

const vendor =
  ({ workspaces, clients = [], projects = [], tasks = [], first }: Holds): Answering =>
  (path, query) => {
    const special = first?.(path, query);
    if (special !== undefined) return special;
    if (path === '/me/workspaces') return workspaces ?? [workspace(1)];
    if (path.endsWith('/clients')) return clients;
    if (path.endsWith('/projects')) return projectPage(projects, query);
    return taskPage(tasks, query);
  };

const some = { clients: [client(2)], projects: [project(3, 2)], tasks: [task(4, 3)] };
const many = <Row>(count: number, make: (id: number) => Row) =>
  Array.from({ length: count }, (_, at) => make(1000 + at));
const say = ({ kind, below }: Area) =>
  `${kind} ${below === null || below === 'everywhere' ? String(below) : `${below.kind} ${below.remoteId}`}`;
const areas = (told: readonly Pulled[], type: Exclude<Pulled['type'], 'items'>) =>
  told.flatMap((one) => (one.type === type ? [say(one.area)] : []));
const stateOf = (items: readonly Item[], kind: string, id: number) =>
  items.find((item) => item.kind === kind && item.remoteId === String(id))?.state;
const refusal = (status: number, text: string, headers: Record<string, string> = {}) =>
  Response.json(text, { status, headers });

describe('a pull', () => {
  it('asks for everything there is of a workspace, in the largest pages', async () => {
    const { asked } = await pulled(vendor(some));
    expect(asked).toEqual([
      '/me/workspaces',
      '/workspaces/1/clients?status=both',
      '/workspaces/1/projects?active=both&per_page=200&page=1',
      '/workspaces/1/tasks?active=both&sort_field=created_at&sort_order=ASC&per_page=200&page=1',
    ]);
  });

  it('proves what lies below the workspace, below every client and below every project', async () => {
    const { told, keys } = await pulled(
      vendor({
        clients: [client(2), client(5, true)],
        projects: [project(3, 2), project(6)],
        tasks: [task(4, 3), task(7, 6)],
      }),
    );
    expect(keys).toEqual([
      'workspace 1',
      'client 2',
      'client 5',
      'project 3',
      'project 6',
      'task 4',
      'task 7',
    ]);
    expect(areas(told, 'complete')).toEqual([
      'workspace everywhere',
      'client workspace 1',
      'project workspace 1',
      'project client 2',
      'project client 5',
      'task project 3',
      'task project 6',
    ]);
  });

  it('reads only what is ticked, and does not mind a tick that is gone', async () => {
    const { asked, keys } = await pulled(
      vendor({ ...some, workspaces: [workspace(1), workspace(9)] }),
      ['9', '77'],
    );
    expect(asked.filter((path) => path.startsWith('/workspaces/1/'))).toEqual([]);
    expect(keys.slice(0, 2)).toEqual(['workspace 1', 'workspace 9']);
    expect(keys).toContain('task 4');
  });

  it('tells of a deleted workspace and reads nothing in it', async () => {
    const deleted = workspace(1, { server_deleted_at: '2026-01-01T00:00:00+00:00' });
    const { asked, items } = await pulled(vendor({ ...some, workspaces: [deleted] }));
    expect(asked).toHaveLength(1);
    expect(stateOf(items, 'workspace', 1)).toBe('deleted');
  });

  it('keeps a suspended workspace, with a note', async () => {
    const suspended = workspace(1, { suspended_at: '2026-01-01T00:00:00+00:00' });
    const { items, notes } = await pulled(vendor({ ...some, workspaces: [suspended] }));
    expect(stateOf(items, 'workspace', 1)).toBe('active');
    expect(notes).toEqual(['The workspace “W1” is suspended at the vendor; it is kept.']);
  });

  it('does not ask for tasks where there is no project', async () => {
    const { asked, told } = await pulled(vendor({ clients: [client(2)] }));
    expect(asked.filter((path) => path.includes('/tasks'))).toEqual([]);
    expect(areas(told, 'incomplete')).toEqual([]);
  });

  it('takes null for a list without rows', async () => {
    const { told, keys } = await pulled(vendor({ first: listsOfNull }));
    expect(keys).toEqual(['workspace 1']);
    expect(areas(told, 'complete')).toContain('project workspace 1');
  });
});

const listsOfNull: Answering = (path) => (path === '/me/workspaces' ? undefined : null);

describe('the states', () => {
  it('of an archived client leave its active project active', async () => {
    const { items } = await pulled(vendor({ ...some, clients: [client(2, true)] }));
    expect(stateOf(items, 'client', 2)).toBe('archived');
    expect(stateOf(items, 'project', 3)).toBe('active');
  });

  it('of an archived project leave its open task open, and done tasks are completed', async () => {
    const { items } = await pulled(
      vendor({
        clients: [client(2)],
        projects: [project(3, 2, false)],
        tasks: [task(4, 3), task(5, 3, false)],
      }),
    );
    expect(stateOf(items, 'project', 3)).toBe('archived');
    expect(stateOf(items, 'task', 4)).toBe('active');
    expect(stateOf(items, 'task', 5)).toBe('completed');
  });

  it('all of them archive the task, on every level', () => {
    for (const { policy } of provider.levels)
      expect(new Set(Object.values(policy))).toEqual(new Set(['archive']));
  });
});

describe('pages', () => {
  it('of projects are read until a short one', async () => {
    const { asked, keys, told } = await pulled(
      vendor({ projects: many(251, (id) => project(id)), tasks: [task(4, 1000)] }),
    );
    expect(asked.filter((path) => path.includes('/projects'))).toHaveLength(2);
    expect(keys.filter((key) => key.startsWith('project'))).toHaveLength(251);
    expect(areas(told, 'incomplete')).toEqual([]);
  });

  it('of projects go on after a full one, and after one of a usual size', async () => {
    for (const count of [50, 100, 151, 200]) {
      const { asked } = await pulled(vendor({ projects: many(count, (id) => project(id)) }));
      expect(asked.filter((path) => path.includes('/projects'))).toHaveLength(2);
    }
  });

  it('of tasks are read until their total is reached', async () => {
    const tasks = many(251, (id) => task(id, 3));
    const { asked, keys } = await pulled(vendor({ ...some, tasks }));
    expect(asked.filter((path) => path.includes('/tasks'))).toHaveLength(2);
    expect(keys.filter((key) => key.startsWith('task'))).toHaveLength(251);
    const exact = await pulled(vendor({ ...some, tasks: tasks.slice(0, 200) }));
    expect(exact.asked.filter((path) => path.includes('/tasks'))).toHaveLength(1);
  });

  it('of tasks go on in the size that the vendor gives', async () => {
    const tasks = many(120, (id) => task(id, 3));
    const { asked, keys, told } = await pulled(
      vendor({
        ...some,
        first: (path, query) => (path.endsWith('/tasks') ? taskPage(tasks, query, 50) : undefined),
      }),
    );
    expect(asked.flatMap((path) => /per_page=(\d+)&page=(\d)/.exec(path)?.slice(1) ?? [])).toEqual([
      '200',
      '1',
      '200',
      '1',
      '50',
      '2',
      '50',
      '3',
    ]);
    expect(keys.filter((key) => key.startsWith('task'))).toHaveLength(120);
    expect(areas(told, 'incomplete')).toEqual([]);
  });

  it('of tasks are asked for in the documented size where ours is refused', async () => {
    const tasks = many(60, (id) => task(id, 3));
    const { keys, told } = await pulled(
      vendor({
        ...some,
        first: (path, query) => {
          if (!path.endsWith('/tasks')) return undefined;
          return Number(query.get('per_page')) > 50
            ? refusal(400, 'Invalid per_page')
            : taskPage(tasks, query);
        },
      }),
    );
    expect(keys.filter((key) => key.startsWith('task'))).toHaveLength(60);
    expect(areas(told, 'incomplete')).toEqual([]);
  });
});

describe('nothing is called complete', () => {
  it('of tasks when one was removed between two pages, so that another slipped', async () => {
    const tasks = many(251, (id) => task(id, 3));
    const { told } = await pulled(
      vendor({
        ...some,
        first: (path, query) =>
          path.endsWith('/tasks')
            ? taskPage(query.get('page') === '1' ? tasks : tasks.slice(1), query)
            : undefined,
      }),
    );
    expect(areas(told, 'incomplete')).toEqual(['task project 3']);
    expect(areas(told, 'complete')).not.toContain('task project 3');
  });

  it('of projects when one came twice because another moved to a later page', async () => {
    const projects = many(250, (id) => project(id));
    const moved = [...projects.slice(1), projects[0]];
    const { told, keys } = await pulled(
      vendor({
        first: (path, query) =>
          path.endsWith('/projects')
            ? projectPage(query.get('page') === '1' ? projects : moved, query)
            : undefined,
      }),
    );
    expect(areas(told, 'incomplete')).toEqual(['project workspace 1']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of projects and tasks when the clients could not be read; what can be placed still comes', async () => {
    const { told, keys, notes } = await pulled(
      vendor({
        projects: [project(3, 2), project(6)],
        tasks: [task(4, 3), task(7, 6)],
        first: (path) => (path.endsWith('/clients') ? refusal(500, 'x') : undefined),
      }),
    );
    expect(keys).toEqual(['workspace 1', 'project 6', 'task 7']);
    expect(areas(told, 'complete')).toEqual(['workspace everywhere']);
    expect(areas(told, 'incomplete')).toEqual(['client workspace 1']);
    expect(notes).toEqual([
      'Left out 1 project of “W1” whose client was not read.',
      'Left out 1 task of “W1” whose project was not read.',
    ]);
  });

  it('of projects when one names a client that nobody listed', async () => {
    const { told, keys } = await pulled(vendor({ ...some, projects: [project(3, 77)] }));
    expect(keys).toEqual(['workspace 1', 'client 2']);
    expect(areas(told, 'incomplete')).toEqual(['project workspace 1', 'project client 2']);
    expect(areas(told, 'complete')).toEqual(['workspace everywhere', 'client workspace 1']);
  });

  it('of tasks when one lies in a project that came meanwhile', async () => {
    const { told, keys } = await pulled(vendor({ ...some, tasks: [task(4, 3), task(8, 99)] }));
    expect(keys).toContain('task 4');
    expect(keys).not.toContain('task 8');
    expect(areas(told, 'incomplete')).toEqual(['task project 3']);
  });

  it('in a workspace that refuses, while the others are read', async () => {
    const { told, keys } = await pulled(
      vendor({
        ...some,
        workspaces: [workspace(9), workspace(1)],
        first: (path) =>
          path.startsWith('/workspaces/9/')
            ? refusal(403, 'User does not have access to this resource.')
            : undefined,
      }),
    );
    expect(areas(told, 'incomplete')).toEqual(['client workspace 9']);
    expect(areas(told, 'complete')).toContain('task project 3');
    expect(keys).toContain('task 4');
  });
});

describe('a 402', () => {
  it('for a feature leaves the tasks out without a failure, and claims nothing about them', async () => {
    const { told, keys, notes } = await pulled(
      vendor({
        ...some,
        first: (path) =>
          path.endsWith('/tasks')
            ? refusal(402, 'Tasks are available for Starter and higher plans.', {
                'x-toggl-quota-remaining': '26',
                'x-toggl-quota-resets-in': '3000',
              })
            : undefined,
      }),
    );
    expect(keys).toEqual(['workspace 1', 'client 2', 'project 3']);
    expect(areas(told, 'no-feature')).toEqual(['task project 3']);
    expect(areas(told, 'incomplete')).toEqual([]);
    expect(areas(told, 'complete')).not.toContain('task project 3');
    expect(notes).toEqual(['The plan of the workspace “W1” has no tasks.']);
  });

  it('for a used up quota ends the pull until the hour begins anew', async () => {
    const text =
      'You have hit your hourly limit for API calls. Your quota will reset in 90 seconds.';
    const headers = { 'x-toggl-quota-remaining': '0', 'x-toggl-quota-resets-in': '90' };
    const pull = pulled(
      vendor({
        ...some,
        first: (path) =>
          path.endsWith('/tasks') ? new Response(text, { status: 402, headers }) : undefined,
      }),
    );
    await expect(pull).rejects.toMatchObject({
      failure: { word: 'rate-limited', until: new Date('2026-01-01T12:01:30Z') },
    });
  });
});

describe('the credential', () => {
  it('is sent as user and the word api_token as password', async () => {
    const { tools } = vendorOf(() => ({ fullname: 'Ada', email: 'ada@x.example' }));
    let sent: string | undefined;
    const http = {
      send: (request: Parameters<typeof tools.http.send>[0]) => {
        sent = request.headers?.['authorization'];
        return tools.http.send(request);
      },
    };
    expect(await provider.check({ ...tools, http }, { token: 'abc' })).toEqual({
      name: 'Ada',
      email: 'ada@x.example',
    });
    expect(sent).toBe(`Basic ${btoa('abc:api_token')}`);
  });

  it('that is wrong is refused in the words of the vendor', async () => {
    const { tools } = vendorOf(() => refusal(403, 'Incorrect username and/or password'));
    await expect(provider.check(tools, { token: 'abc' })).rejects.toMatchObject({
      failure: { word: 'unauthorized', reason: 'Incorrect username and/or password' },
    });
  });
});
