import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SimulatorOptions } from '../kit/sandbox/simulator.ts';
import { sandbox } from './sandbox.ts';

const origin = 'http://vendor.example/planner';
const hour = 3_600_000;
const envelope = z.object({ code: z.int(), response: z.record(z.string(), z.unknown()) });
const rows = z.array(z.looseObject({ id: z.uuid(), name: z.string().nullable() }));
const tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

function start(options: Partial<SimulatorOptions> = {}) {
  const simulator = sandbox.start({ size: 'agency', mount: '/planner', ...options });
  const send = async (path: string, init: RequestInit = {}) => {
    const reply = await simulator.handle(new Request(`${origin}${path}`, init));
    const body: unknown = await reply.json();
    return { status: reply.status, body };
  };
  const token = (form: Record<string, string>) =>
    send('/api/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'test', ...form }),
    });
  const signIn = async (account = simulator.accounts.demo) => {
    const { email = '', password = '' } = account.credential;
    const reply = await token({ grant_type: 'password', username: email, password });
    return tokens.parse(reply.body);
  };
  const refresh = (refreshToken: string) =>
    token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  const get = (path: string, bearer: string) =>
    send(`/api${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  const list = async (path: string, name: string, bearer: string) =>
    rows.parse(envelope.parse((await get(path, bearer)).body).response[name]);
  return { simulator, send, token, signIn, refresh, get, list };
}

describe('the token route', () => {
  it('answers plain OAuth JSON, without the envelope', async () => {
    const { token, simulator } = start();
    const { email = '', password = '' } = simulator.accounts.demo.credential;
    const { status, body } = await token({ grant_type: 'password', username: email, password });
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'Bearer',
      access_token: expect.stringMatching(/^[\w-]{40,}$/),
      refresh_token: expect.stringMatching(/^[\w-]{40,}$/),
      expires_in: 3600,
    });
  });

  it.each([
    [{ grant_type: 'password', username: 'alva@agency.example', password: 'x' }, 'invalid_grant'],
    [{ grant_type: 'password', username: '', password: '' }, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'made-up' }, 'invalid_grant'],
    [{ grant_type: 'implicit' }, 'unsupported_grant_type'],
    [{ grant_type: 'password', client_id: '' }, 'invalid_client'],
  ])('refuses %o as %s', async (form, error) => {
    const { status, body } = await start().token(form);
    expect(status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(body).toMatchObject({ error, error_description: expect.any(String) });
  });

  it('gives a refresh token for one time, and a new one with each', async () => {
    const { signIn, refresh } = start();
    const first = await signIn();
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(tokens.parse(second.body).refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(first.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses password and session of somebody who was switched off', async () => {
    const { token, simulator } = start();
    const { email = '', password = '' } = simulator.accounts.revoked.credential;
    const reply = await token({ grant_type: 'password', username: email, password });
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

describe('an access token', () => {
  const me = '/users/self';

  it('holds for an hour', async () => {
    const clock = { time: Date.UTC(2026, 0, 1) };
    const { signIn, get } = start({ now: () => new Date(clock.time) });
    const { access_token: bearer } = await signIn();
    clock.time += hour - 1;
    expect((await get(me, bearer)).status).toBe(200);
    clock.time += 1;
    expect(await get(me, bearer)).toEqual({
      status: 401,
      body: { code: 401, message: 'Unauthorized', response: null },
    });
  });

  it('can be made to run out at once; the refresh token then still holds', async () => {
    const { signIn, refresh, get, simulator } = start();
    const first = await signIn();
    simulator.happen('expire-access', 'demo');
    expect((await get(me, first.access_token)).status).toBe(401);
    const { body } = await refresh(first.refresh_token);
    expect((await get(me, tokens.parse(body).access_token)).status).toBe(200);
  });

  it('ends with its refresh token when the sessions are ended, by the control as well', async () => {
    const { signIn, refresh, get, send } = start();
    const first = await signIn();
    const { status } = await send('/_sandbox/happen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'end-sessions', account: 'demo' }),
    });
    expect(status).toBe(200);
    expect((await get(me, first.access_token)).status).toBe(401);
    expect((await refresh(first.refresh_token)).status).toBe(400);
    expect((await get(me, (await signIn()).access_token)).status).toBe(200);
  });

  it('is still good for a sandbox that was started anew', async () => {
    const { access_token: bearer } = await start().signIn();
    expect((await start().get(me, bearer)).status).toBe(200);
  });
});

describe('the lists', () => {
  it('come whole, in the envelope, with archived projects and direct chats', async () => {
    const { signIn, get, list } = start();
    const { access_token: bearer } = await signIn();
    const organizations = await list('/users/self/organizations', 'organizations', bearer);
    expect(organizations.map(({ name }) => name)).toEqual(['Atelier Siebenpunkt', 'Rowing club']);
    const path = `/organizations/${organizations[0]?.id}/projects`;
    const { body } = await get(path, bearer);
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(body))).toEqual([
      'code',
      'response',
    ]);
    const projects = await list(path, 'projects', bearer);
    expect(projects.map(({ name }) => name)).toEqual(expect.arrayContaining([null, '']));
    expect(projects.some((one) => one['isArchived'] === true)).toBe(true);
    expect(Object.keys(projects[0] ?? {}).sort()).toEqual(
      'color createdAt createdBy deletedAt description id isArchived isPrivate name organizationId updatedAt'.split(
        ' ',
      ),
    );
  });

  it('of tasks have all of a project, with the task that each is a part of', async () => {
    const { signIn, list, simulator } = start();
    const { access_token: bearer } = await signIn();
    const part = simulator
      .tree('demo')
      .filter((node, _, all) => all.find(({ id }) => id === node.parent)?.kind === 'task')[0];
    const above = simulator.tree('demo').find(({ id }) => id === part?.parent);
    const column = simulator.tree('demo').find(({ id }) => id === above?.parent);
    const tasks = await list(`/projects/${column?.parent}/tasks`, 'tasks', bearer);
    expect(tasks.find(({ id }) => id === part?.id)).toMatchObject({
      parentId: above?.id,
      taskListId: column?.id,
      projectId: column?.parent,
    });
    expect(Object.keys(tasks[0] ?? {}).sort()).toEqual(
      'assigneeIds completedAt createdAt deletedAt description dueDate id isArchived isCompleted name organizationId parentId position projectId taskListId updatedAt'.split(
        ' ',
      ),
    );
  });

  it('of what is private to somebody else are closed, of what is not there missing', async () => {
    const { signIn, get, simulator } = start();
    const { access_token: bearer } = await signIn();
    const theirs = simulator.tree('colleague').find(({ name }) => name === 'Works council');
    expect(await get(`/projects/${theirs?.id}/lists`, bearer)).toEqual({
      status: 403,
      body: { code: 403, message: 'You have no access to this project', response: null },
    });
    const nowhere = '00000000-0000-4000-a000-000000000000';
    expect((await get(`/projects/${nowhere}/lists`, bearer)).body).toMatchObject({ code: 404 });
    expect((await get('/boards', bearer)).status).toBe(404);
  });
});

it('makes a card by the route of the public client', async () => {
  const { signIn, send, list, simulator } = start();
  const { access_token: bearer } = await signIn();
  const column = simulator.tree('demo').find(({ kind }) => kind === 'list');
  const made = await send('/api/tasks', {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ projectId: column?.parent, taskListId: column?.id, name: 'New' }),
  });
  expect(made).toMatchObject({ status: 200, body: { code: 200, response: { name: 'New' } } });
  const tasks = await list(`/projects/${column?.parent}/tasks`, 'tasks', bearer);
  expect(tasks.map(({ name }) => name)).toContain('New');
});

it('shows the boards of one person, with names as text and a private board only to insiders', async () => {
  const { simulator } = start();
  const page = async (account: string) => {
    const reply = await simulator.handle(new Request(`${origin}/?account=${account}`));
    return reply.text();
  };
  const project = simulator.tree('demo').find(({ kind }) => kind === 'project');
  simulator.act({ do: 'rename', kind: 'project', id: project?.id, name: '<b>Bold</b>' });
  expect(await page('demo')).toContain('&lt;b&gt;Bold&lt;/b&gt;');
  expect(await page('demo')).toContain('Salary talks');
  expect(await page('demo')).not.toContain('Works council');
  expect(await page('colleague')).toContain('Works council');
  expect(await page('colleague')).not.toContain('Salary talks');
  expect(await page('empty')).toContain('No project yet');
});

async function viewOf(timegrove: string | undefined, account = 'demo', name = 'Salary talks') {
  const { simulator } = start({ timegrove });
  const tree = simulator.tree('demo');
  const project = tree.find((node) => node.name === name);
  const list = tree.find(({ kind, parent }) => kind === 'list' && parent === project?.id);
  const { id } = simulator.act({ do: 'create', kind: 'task', parent: list?.id, name: 'Raise' });
  const address = `${origin}/projects/${project?.id}/kanban?taskId=${id}&account=${account}`;
  return { id, address, reply: await simulator.handle(new Request(address)) };
}

describe('the view of a task', () => {
  it('carries the native plugin of its Timegrove, whose scripts alone are let in', async () => {
    const { id, reply } = await viewOf('http://grove.example/time');
    const page = await reply.text();
    expect(page).toContain(`<timegrove-timer provider="planner" item="task_${id}">`);
    expect(page).toContain('src="http://grove.example/time/native-plugin.js"');
    expect(page).toContain('href="../../_sandbox/page.css"');
    expect(reply.headers.get('content-security-policy')).toContain(
      "script-src 'self' http://grove.example;",
    );
  });

  it('has no button without a Timegrove, and is not there for who cannot see the project', async () => {
    const { reply } = await viewOf(undefined);
    expect(reply.status).toBe(200);
    expect(await reply.text()).not.toContain('timegrove');
    expect((await viewOf(undefined, 'colleague')).reply.status).toBe(404);
  });
});

it('lets nobody act on what they cannot see', () => {
  const { simulator } = start();
  const theirs = simulator.tree('colleague').find(({ name }) => name === 'Works council');
  const act = { do: 'rename', kind: 'project', id: theirs?.id, name: 'Mine' } as const;
  expect(() => simulator.act(act)).toThrow('does not exist');
  expect(simulator.act({ ...act, account: 'colleague' }).name).toBe('Mine');
});
