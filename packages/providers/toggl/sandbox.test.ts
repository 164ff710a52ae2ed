import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SimulatorOptions } from '../kit/sandbox/simulator.ts';
import { sandbox } from './sandbox.ts';

const origin = 'http://vendor.example/toggl';
const rows = z.array(z.looseObject({ id: z.int(), name: z.string() }));
const taskPage = z.object({
  data: rows,
  page: z.int(),
  per_page: z.int(),
  sort_field: z.string(),
  sort_order: z.string(),
  total_count: z.int(),
});
const keysOf = (body: unknown) => Object.keys(z.record(z.string(), z.unknown()).parse(body)).sort();
const keys = (text: string) => text.split(' ').sort();

function start(options: Partial<SimulatorOptions> = {}, account = 'demo') {
  const simulator = sandbox.start({
    size: 'agency',
    mount: '/toggl',
    rateLimit: false,
    ...options,
  });
  const { demo, empty, others } = simulator.accounts;
  const owner = [demo, empty, ...others].find(({ key }) => key === account) ?? demo;
  const pair = `${owner.credential['token']}:api_token`;
  const api = (
    path: string,
    method = 'GET',
    body?: unknown,
    authorization = `Basic ${btoa(pair)}`,
  ) =>
    simulator.handle(
      new Request(`${origin}/api/v9${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(authorization === '' ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const json = async (...asked: Parameters<typeof api>): Promise<unknown> =>
    (await api(...asked)).json();
  const list = async (path: string) => rows.parse(await json(path));
  const first = (kind: string) => {
    const found = simulator
      .tree(account)
      .find((node) => node.kind === kind && node.state === 'active');
    if (found === undefined) throw new Error(`there is no ${kind}`);
    return found;
  };
  const home = `/workspaces/${first('workspace').id}`;
  return { simulator, api, json, list, first, home };
}

describe('the lists', () => {
  it('of clients come at once, active ones unless asked', async () => {
    const { list, json, api, home } = start();
    const archived = await list(`${home}/clients?status=archived`);
    const active = await list(`${home}/clients`);
    expect(archived.length).toBeGreaterThan(0);
    expect(await list(`${home}/clients?status=both`)).toHaveLength(active.length + archived.length);
    expect(await list(`${home}/clients?name=hotel`)).toMatchObject([{ name: 'Hafenlicht Hotels' }]);
    expect((await api(`${home}/clients?status=odd`)).status).toBe(400);
    expect(await json(`${home}/clients?status=odd`)).toBe('Client status is invalid');
  });

  it('of projects are plain, hold both states unless asked, and have 151 rows or at most 200', async () => {
    const { list, home } = start({ size: 'company' });
    const page = (query: string) => list(`${home}/projects?${query}`);
    expect(await page('')).toHaveLength(151);
    expect(await page('per_page=999')).toHaveLength(200);
    const all = [...(await page('per_page=200')), ...(await page('per_page=200&page=2'))];
    expect(await page('per_page=200&page=3')).toEqual([]);
    const states = (some: typeof all) => new Set(some.map((row) => row['active']));
    expect(states(all)).toEqual(new Set([true, false]));
    expect(states(await page('active=true'))).toEqual(new Set([true]));
    expect(states(await page('active=false'))).toEqual(new Set([false]));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('of tasks are page objects of 50 with a total, by name unless asked', async () => {
    const { json, home } = start();
    const usual = taskPage.parse(await json(`${home}/tasks`));
    expect(usual).toMatchObject({ page: 1, per_page: 50, sort_field: 'name', sort_order: 'ASC' });
    expect(usual.data).toHaveLength(50);
    const names = usual.data.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    const all = taskPage.parse(await json(`${home}/tasks?per_page=200&sort_field=created_at`));
    expect(all.data).toHaveLength(usual.total_count);
    const ids = all.data.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    const open = taskPage.parse(await json(`${home}/tasks?active=true`));
    expect(open.total_count).toBeLessThan(all.total_count);
  });
});

describe('the objects', () => {
  it('have the fields that the vendor sends', async () => {
    const { json, list, home } = start();
    expect(keysOf(await json('/me'))).toEqual(
      keys(
        'id email fullname timezone toggl_accounts_id default_workspace_id beginning_of_week image_url created_at updated_at at openid_email openid_enabled country_id has_password intercom_hash oauth_providers authorization_updated_at',
      ),
    );
    expect(keysOf((await list('/me/workspaces'))[0])).toEqual(
      keys(
        'id organization_id name premium business_ws admin role suspended_at server_deleted_at default_hourly_rate rate_last_updated default_currency only_admins_may_create_projects only_admins_may_create_tags only_admins_see_billable_rates only_admins_see_team_dashboard projects_billable_by_default projects_private_by_default projects_enforce_billable limit_public_project_data last_modified reports_collapse rounding rounding_minutes api_token at logo_url ical_url ical_enabled csv_upload subscription hide_start_end_times working_hours_in_minutes active_project_count',
      ),
    );
    expect(keysOf((await list(`${home}/clients`))[0])).toEqual(
      keys('id wid archived name at creator_id'),
    );
    expect(keysOf((await list(`${home}/projects`))[0])).toEqual(
      keys(
        'id workspace_id client_id name is_private active at created_at server_deleted_at color billable template auto_estimates estimated_hours estimated_seconds rate rate_last_updated currency recurring template_id recurring_parameters fixed_fee actual_hours actual_seconds tasks_count can_track_time start_date status wid cid is_shared pinned',
      ),
    );
  });

  it('are changed by the API, and DELETE answers the bare id', async () => {
    const { json, home, simulator } = start();
    const made = z.looseObject({ id: z.int() });
    const client = made.parse(await json(`${home}/clients`, 'POST', { name: 'New' }));
    const body = { name: 'Fresh', client_id: client.id };
    const project = made.parse(await json(`${home}/projects`, 'POST', body));
    const tasks = `${home}/projects/${project.id}/tasks`;
    const task = made.parse(await json(tasks, 'POST', { name: 'Draft' }));
    expect(await json(`${tasks}/${task.id}`, 'PUT', { active: false })).toMatchObject({
      active: false,
      client_name: 'New',
      project_name: 'Fresh',
    });
    expect(await json(`${home}/clients/${client.id}/archive`, 'POST')).toEqual([project.id]);
    expect(await json(`${home}/projects/${project.id}`)).toMatchObject({ status: 'archived' });
    expect(await json(tasks, 'POST', { name: 'Too late' })).toBe(
      'Project not found/accessible, Can not change tasks of archived project',
    );
    expect(await json(`${home}/clients/${client.id}`, 'DELETE')).toBe(client.id);
    expect(await json(`${home}/projects/${project.id}`)).toMatchObject({ client_id: null });
    expect(await json(`${home}/projects/${project.id}`, 'DELETE')).toBe(project.id);
    const ids = simulator.tree('demo').map(({ id }) => Number(id));
    for (const { id } of [client, project, task]) expect(ids).not.toContain(id);
  });

  it('that are deleted are only told of by since', async () => {
    const { json, list, home, first, simulator } = start();
    const { id } = first('task');
    simulator.act({ do: 'delete', kind: 'task', id });
    const told = taskPage.parse(await json(`${home}/tasks?per_page=200&since=1`));
    expect(told.data.find((row) => String(row.id) === id)?.['server_deleted_at']).toBeTypeOf(
      'string',
    );
    const plain = taskPage.parse(await json(`${home}/tasks?per_page=200`));
    expect(plain.data.map((row) => String(row.id))).not.toContain(id);
    const project = first('project').id;
    simulator.act({ do: 'delete', kind: 'project', id: project });
    const projects = await list(`${home}/projects?since=1&per_page=200`);
    expect(projects.find((row) => String(row.id) === project)).toMatchObject({ status: 'deleted' });
  });
});

describe('refusals', () => {
  it('are an empty 401 without a credential and a 403 with a wrong one', async () => {
    const { api } = start();
    const missing = await api('/me', 'GET', undefined, '');
    expect([missing.status, await missing.text()]).toEqual([401, '']);
    expect(missing.headers.get('x-authorization-missing')).toBe('true');
    expect(missing.headers.has('content-type')).toBe(false);
    const wrong = await api('/me', 'GET', undefined, `Basic ${btoa('nobody:api_token')}`);
    expect([wrong.status, await wrong.text()]).toEqual([
      403,
      '"Incorrect username and/or password"',
    ]);
  });

  it('tell that a workspace of somebody else is closed, and what is missing', async () => {
    const { json, api, home, simulator } = start();
    const foreign = simulator.tree('second')[0]?.id ?? '';
    expect((await api(`/workspaces/${foreign}/clients`)).status).toBe(403);
    expect(await json(`${home}/clients/318`)).toBe('No client with ID 318 was found');
    expect(await json(`${home}/clients`, 'POST', { name: ' ' })).toBe(
      'Client name cannot be empty',
    );
  });

  it('of tasks on the Free plan are a 402 that leaves the quota alone', async () => {
    const { api, home } = start({ rateLimit: true }, 'free');
    const refused = await api(`${home}/tasks`);
    expect(refused.status).toBe(402);
    expect(await refused.json()).toContain('Starter');
    expect(refused.headers.get('x-toggl-quota-remaining')).toBe('29');
    expect((await api(`${home}/projects`)).status).toBe(200);
  });

  it('begin with a downgrade, and end when everything starts afresh', async () => {
    const { api, home, simulator } = start();
    simulator.happen('downgrade', 'demo');
    expect((await api(`${home}/tasks`)).status).toBe(402);
    expect(simulator.tree('demo').filter(({ kind }) => kind === 'task')).toEqual([]);
    simulator.reset();
    expect((await api(`${home}/tasks`)).status).toBe(200);
  });
});

describe('the limits', () => {
  it('are counted by the hour, for the person and for each organization', async () => {
    const clock = { time: Date.UTC(2026, 0, 1) };
    const { api, home } = start({ rateLimit: true, now: () => new Date(clock.time) }, 'free');
    for (let sent = 1; sent <= 30; sent += 1) {
      const answer = await api('/me');
      expect(answer.headers.get('x-toggl-quota-remaining')).toBe(String(30 - sent));
      clock.time += 1000;
    }
    const over = await api('/me');
    expect(over.status).toBe(402);
    expect(over.headers.get('x-toggl-quota-remaining')).toBe('0');
    expect(over.headers.get('x-toggl-quota-resets-in')).toBe('3570');
    expect(await over.text()).toBe(
      'You have hit your hourly limit for API calls. Your quota will reset in 3570 seconds.',
    );
    expect((await api(home)).status).toBe(200);
    clock.time += 3_570_000;
    expect((await api('/me')).status).toBe(200);
  });

  it('answer 429 to a burst, for 5 seconds, without saying how long', async () => {
    const clock = { time: Date.UTC(2026, 0, 1) };
    const { api } = start({ rateLimit: true, now: () => new Date(clock.time) });
    for (let sent = 0; sent < 60; sent += 1) expect((await api('/me')).status).toBe(200);
    const refused = await api('/me');
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, false]);
    clock.time += 60_000;
    expect((await api('/me')).status).toBe(200);
  });
});

describe('the people', () => {
  it('are partly those of the demo team, and some are in two workspaces', async () => {
    const { json, simulator } = start();
    const user = z.object({ id: z.int(), email: z.string(), inactive: z.boolean() });
    const spaces = simulator.tree('demo').filter(({ kind }) => kind === 'workspace');
    const lists = await Promise.all(
      spaces.map(async ({ id }) => z.array(user).parse(await json(`/workspaces/${id}/users`))),
    );
    const emails = lists.map((list) => list.map(({ email }) => email));
    expect(emails[0]).toContain('user@demo.example');
    expect(emails[0]).toContain('Supervisor@Demo.Example');
    expect(emails[1]).toContain('user@demo.example');
    expect(lists.flat().some(({ inactive }) => inactive)).toBe(true);
    expect(emails.flat().some((email) => email.endsWith('@agency.example'))).toBe(true);
  });
});

describe('acts', () => {
  it('are refused where the vendor has no such thing, in words', () => {
    const { simulator, first } = start();
    const { id } = first('task');
    const labs = simulator.tree('demo').filter(({ kind }) => kind === 'workspace')[1]?.id ?? '';
    const project = first('project').id;
    expect(() => simulator.act({ do: 'archive', kind: 'task', id })).toThrow(
      'A task cannot be made to archive.',
    );
    expect(() => simulator.act({ do: 'move', kind: 'project', id: project, parent: labs })).toThrow(
      'A project stays in its workspace.',
    );
    simulator.act({ do: 'archive', kind: 'project', id: project });
    expect(() => simulator.act({ do: 'create', kind: 'task', name: 'x', parent: project })).toThrow(
      'Can not change tasks of archived project.',
    );
  });

  it('archive a client with its projects', () => {
    const { simulator } = start();
    const tree = () => simulator.tree('demo');
    const project = tree().find((one) => one.kind === 'project' && one.state === 'active');
    const client = tree().find((one) => one.kind === 'client' && one.id === project?.parent);
    simulator.act({ do: 'archive', kind: 'client', id: client?.id });
    expect(tree().find(({ id }) => id === client?.id)?.state).toBe('archived');
    expect(tree().find(({ id }) => id === project?.id)?.state).toBe('archived');
  });
});

it('the page shows clients, projects and the tasks of the opened one, names as text', async () => {
  const { simulator, first } = start();
  const { id, parent } = first('task');
  simulator.act({ do: 'rename', kind: 'task', id, name: '<script>x</script>"\'' });
  const page = await simulator.handle(new Request(`${origin}/?project=${parent}`));
  const text = await page.text();
  expect(text).toContain('Hafenlicht Hotels');
  expect(text).toContain('&lt;script&gt;x&lt;/script&gt;&quot;&#39;');
  expect(text).not.toContain('<script>x');
});

it('the tokens are 32 hexadecimal signs', () => {
  const { demo, empty, revoked, others } = start().simulator.accounts;
  for (const { credential } of [demo, empty, revoked, ...others])
    expect(credential['token']).toMatch(/^[0-9a-f]{32}$/);
});
