import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SimulatorOptions } from '../kit/sandbox/simulator.ts';
import { sandbox } from './sandbox.ts';

const origin = 'http://vendor.example/meistertask';
const rows = z.array(z.looseObject({ id: z.int(), status: z.int(), name: z.string() }));

function start(options: Partial<SimulatorOptions> = {}) {
  const simulator = sandbox.start({
    size: 'agency',
    mount: '/meistertask',
    rateLimit: false,
    ...options,
  });
  const { demo } = simulator.accounts;
  const api = (path: string, init: RequestInit & { token?: string } = {}) => {
    const token = init.token ?? demo.credential['token'] ?? '';
    const headers = { authorization: `Bearer ${token}`, ...(init.body === undefined ? {} : form) };
    return simulator.handle(new Request(`${origin}/api${path}`, { ...init, headers }));
  };
  const list = async (path: string) => rows.parse(await (await api(path)).json());
  const control = (path: string, method = 'GET', body?: unknown) =>
    simulator.handle(
      new Request(`${origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const first = (kind: string) => {
    const found = simulator
      .tree('demo')
      .find((node) => node.kind === kind && node.state === 'active');
    if (found === undefined) throw new Error(`there is no ${kind}`);
    return found;
  };
  return { simulator, api, list, control, first };
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the lists', () => {
  it('have 50 rows unless asked, 500 at most, and say in headers how they go on', async () => {
    const { api, list } = start();
    expect(await list('/tasks')).toHaveLength(50);
    expect(await list('/tasks?items=9999')).toHaveLength(121);
    const reply = await api('/tasks?items=50&page=2');
    expect(reply.headers.get('current-page')).toBe('2');
    expect(reply.headers.get('page-items')).toBe('50');
    expect(reply.headers.get('link')).toContain(
      `<${origin}/api/tasks?items=50&page=3>; rel="next"`,
    );
    expect((await api('/tasks?items=50&page=3')).headers.get('link')).not.toContain('next');
    expect(await list('/tasks?page=99')).toEqual([]);
  });

  it('show projects and sections that are active, tasks in all states, unless asked', async () => {
    const { list, simulator, first } = start();
    simulator.act({ do: 'trash', kind: 'list', id: first('list').id });
    const statuses = async (path: string) =>
      [
        ...new Set(
          (await list(`${path}${path.includes('?') ? '&' : '?'}items=500`)).map(
            (row) => row.status,
          ),
        ),
      ].sort((one, other) => one - other);
    expect(await statuses('/projects')).toEqual([1]);
    expect(await statuses('/projects?status=archived')).toEqual([5]);
    expect(await statuses('/projects?status=all')).toEqual([1, 5]);
    expect(await statuses('/sections')).toEqual([1]);
    expect(await statuses('/sections?status=trashed')).toEqual([2]);
    expect(await statuses('/sections?status=all')).toEqual([1, 2]);
    expect(await statuses('/tasks')).toEqual([1, 2, 8, 18]);
    expect(await statuses('/tasks?status=completed_archived')).toEqual([18]);
    expect(await statuses('/tasks?status=open')).toEqual([1]);
  });

  it('are sorted by id, or as asked; unknown attributes are ignored', async () => {
    const { list } = start();
    const ids = (await list('/tasks?items=500')).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    expect((await list('/tasks?items=500&sort=-id')).map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await list('/tasks?items=500&sort=nothing')).map(({ id }) => id)).toEqual(ids);
    const names = (await list('/tasks?items=500&sort=name')).map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
  });

  it('of a trashed project still hold its sections and tasks, the tasks as trashed', async () => {
    const { api, list, first, simulator } = start();
    const project = first('list').parent ?? '';
    const before = await list(`/projects/${project}/tasks?items=500`);
    await api(`/projects/${project}`, { method: 'PUT', body: 'status=4' });
    expect((await list('/projects?status=all')).map(({ id }) => String(id))).not.toContain(project);
    const after = await list(`/projects/${project}/tasks?items=500`);
    expect(after.map(({ id, status }) => [id, status])).toEqual(before.map(({ id }) => [id, 8]));
    expect(
      (await list('/sections?items=500')).filter((row) => String(row['project_id']) === project),
    ).not.toEqual([]);
    simulator.act({ do: 'restore', kind: 'project', id: project });
    expect(
      (await list(`/projects/${project}/tasks?items=500`)).map(({ status }) => status),
    ).toEqual(before.map(({ status }) => status));
  });
});

describe('the objects', () => {
  it('have the fields that the vendor sends', async () => {
    const { list } = start();
    const fields = async (path: string) =>
      Object.keys((await list(path))[0] ?? {})
        .sort()
        .join(' ');
    expect(await fields('/projects')).toBe(
      'color created_at id mail_token name notes roles_enabled share_mode share_token share_token_enabled status tasks_active_count tasks_archive_count tasks_complete_count tasks_trash_count team_id token type updated_at',
    );
    expect(await fields('/sections')).toBe(
      'color created_at description id name project_id sequence status updated_at',
    );
    expect(await fields('/tasks')).toBe(
      'assigned_to_id created_at due id name notes notes_html project_id section_id section_name sequence status status_updated_at token tracked_time updated_at',
    );
  });

  it('are made, changed in part and removed; POST answers 200, DELETE 204', async () => {
    const { api, first, list } = start();
    const section = first('list').id;
    const made = await api(`/sections/${section}/tasks`, {
      method: 'POST',
      body: 'name=Brand+new',
    });
    expect(made.status).toBe(200);
    const task = z.looseObject({ id: z.int() }).parse(await made.json());
    expect(task).toMatchObject({ name: 'Brand new', status: 1, sequence: -1 });
    expect(task['created_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const changed = await api(`/tasks/${task.id}`, { method: 'PUT', body: 'status=2' });
    expect(await changed.json()).toMatchObject({ name: 'Brand new', status: 2 });
    expect((await api(`/tasks/${task.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await list(`/sections/${section}/tasks?items=500`)).map(({ id }) => id)).not.toContain(
      task.id,
    );
  });
});

describe('the refusals', () => {
  it('have the bodies of the vendor', async () => {
    const { api, simulator } = start();
    const said = async (path: string, init?: Parameters<typeof api>[1]) => {
      const reply = await api(path, init);
      return [reply.status, await reply.json()];
    };
    expect(await said('/tasks', { token: 'wrong' })).toEqual([
      401,
      { error: { code: 401, message: 'Invalid credentials' } },
    ]);
    expect(await said('/projects/318')).toEqual([
      404,
      { errors: [{ message: 'Project with ID 318 not found', status: 404 }] },
    ]);
    expect(await said('/projects', { method: 'POST', body: 'notes=x' })).toEqual([
      400,
      { errors: [{ message: 'Required parameter name is missing', status: 400 }] },
    ]);
    const foreign = simulator.tree('second')[0]?.id ?? '';
    expect(await said(`/projects/${foreign}/tasks`)).toEqual([
      403,
      { errors: [{ message: `Access to project with ID ${foreign} forbidden`, status: 403 }] },
    ]);
  });

  it('come for 180 seconds after more than 120 requests in 60 seconds', async () => {
    const clock = { time: Date.UTC(2026, 0, 1) };
    const { api } = start({ rateLimit: true, now: () => new Date(clock.time) });
    const status = async () => (await api('/persons/me')).status;
    for (let sent = 0; sent < 120; sent += 1) expect(await status()).toBe(200);
    const refused = await api('/persons/me');
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    clock.time += 179_000;
    expect(await status()).toBe(429);
    clock.time += 1000;
    expect(await status()).toBe(200);
  });
});

describe('the controls', () => {
  it('act on things, and say why they cannot', async () => {
    const { control, first } = start();
    const { id } = first('task');
    const renamed = await control('/_sandbox/act', 'POST', {
      do: 'rename',
      kind: 'task',
      id,
      name: 'New',
    });
    expect(await renamed.json()).toMatchObject({ id, name: 'New' });
    const wrong = await control('/_sandbox/act', 'POST', {
      do: 'archive',
      kind: 'list',
      id: first('list').id,
    });
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { error: 'A list cannot be made to archive.' },
    ]);
  });

  it('switch faults on and off, and count what was asked without any credential', async () => {
    const { control, api, simulator } = start();
    const fault = { kind: 'server-error', path: '/tasks', page: 2, times: 1 };
    expect((await control('/_sandbox/faults', 'POST', { faults: [fault] })).status).toBe(200);
    const statuses = [];
    for (const path of ['/tasks?page=1', '/tasks?page=2', '/tasks?page=2'])
      statuses.push((await api(path)).status);
    expect(statuses).toEqual([200, 500, 200]);
    const log = await (await control('/_sandbox/requests')).text();
    expect(JSON.parse(log)).toMatchObject({ count: 3 });
    expect(log).not.toContain(simulator.accounts.demo.credential['token']);
    expect(
      (await control('/_sandbox/faults', 'POST', { faults: [{ kind: 'earthquake' }] })).status,
    ).toBe(400);
  });

  it('can only be used with JSON, so that no form of another site can', async () => {
    const { simulator } = start();
    const request = new Request(`${origin}/_sandbox/reset`, {
      method: 'POST',
      body: '{}',
      headers: form,
    });
    const act = new Request(`${origin}/_sandbox/act`, {
      method: 'POST',
      body: '{}',
      headers: form,
    });
    expect((await simulator.handle(act)).status).toBe(400);
    expect((await simulator.handle(request)).status).toBe(400);
  });

  it('bring everything back to the data of the seed', async () => {
    const { control, simulator, first } = start();
    const before = simulator.tree('demo').map(({ id, name }) => [id, name]);
    simulator.act({ do: 'delete', kind: 'project', id: first('project').id });
    await control('/_sandbox/reset', 'POST', {});
    expect(simulator.tree('demo').map(({ id, name }) => [id, name])).toEqual(before);
  });
});

it('the page shows names as text, whatever they hold', async () => {
  const { control, simulator, first } = start();
  simulator.act({
    do: 'rename',
    kind: 'project',
    id: first('project').id,
    name: '<script>x</script>"\'',
  });
  const page = await control('/');
  const text = await page.text();
  expect(text).toContain('&lt;script&gt;x&lt;/script&gt;&quot;&#39;');
  expect(text).not.toContain('<script>x');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

it('the tokens are 50 signs that are safe in an address', () => {
  const { simulator } = start();
  const { demo, empty, revoked, others } = simulator.accounts;
  for (const { credential } of [demo, empty, revoked, ...others])
    expect(credential['token']).toMatch(/^sandbox-[\w-]{42}$/);
});
