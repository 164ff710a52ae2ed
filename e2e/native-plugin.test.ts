import { allEndpoints } from '@timegrove/contract/all.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { scopesAllow } from '@timegrove/domain/people/token-scope.ts';
import { serve, type Served } from '@timegrove/providers/kit/sandbox/serve.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { importAll, nodeOf } from './stage/imported.ts';
import { inPage, type InPage } from './stage/in-page.ts';
import { lookAt } from './stage/look-at.ts';
import { picture } from './stage/picture.ts';
import type { SandboxNode } from './stage/sandbox.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

/**
 * The timer that a tool puts into its own page: on the simulated Planner, and on bare pages as strict
 * or as hostile as a page can be. One story, told in order.
 */

const stage = useStage('filled');
const first = 'Design contact form – feedback';
const second = 'Plan landing page (second round)';
const [start, stop] = ['Start timer', 'Stop tracking'];

interface HostPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let web: Page;
let host: Served;
let tree: readonly SandboxNode[];
let plannerId: string;
const pages = new Map<string, HostPage>();

beforeAll(async () => {
  host = await serve(async (request) => {
    const page = pages.get(new URL(request.url).pathname);
    if (page === undefined) return new Response('', { status: 404 });
    return new Response(`<!doctype html><html lang="en"><title>Tool</title><body>${page.body}`, {
      headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers },
    });
  });
  web = await stage.window();
  await signIn(web, stage.url, demo.administrator);
  plannerId = await importAll(web, 'planner', stage.vendorOf('planner'));
  await importAll(web, 'meistertask', stage.vendor);
  tree = await stage.vendorOf('planner').tree();
}, 150_000);
afterAll(async () => host.stop());

/** Opens a page of a tool beside a window of Timegrove, in the same browser. */
async function open(beside: Page, path: string, page: HostPage, origin = host.url) {
  pages.set(path, page);
  const tool = await beside.context().newPage();
  await tool.goto(`${origin}${path}`);
  return { tool, timer: await inPage(tool) };
}

const script = () => `<script src="${stage.url}/native-plugin.js"></script>`;
const timerOn = (item: string, provider = 'planner') =>
  `<timegrove-timer provider="${provider}" item="${item}"></timegrove-timer>`;
const itemOf = (name: string) => `task_${nodeOf(tree, 'task', name).id}`;

/** Presses the button of a page for the first time, and gives the window that opens. */
async function pressFirst(tool: Page, timer: InPage): Promise<Page> {
  await timer.waitFor(start);
  const opening = tool.context().waitForEvent('page');
  await timer.press(start);
  return opening;
}

async function allow(window: Page): Promise<void> {
  await window.getByRole('heading', { name: 'Allow this connection?' }).waitFor();
  await window.getByRole('button', { name: 'Allow' }).click();
}

/** All that stands on a page, also where no script can look. */
async function textOf(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const texts = nodes.filter(({ role }) => role?.value === 'StaticText');
  return texts.map(({ name }) => String(name?.value)).join(' ');
}

/** Waits until nothing is in the way of the buttons of a page. */
async function untilReady(page: Page): Promise<void> {
  await expect
    .poll(async () => textOf(page))
    .toMatch(/^(?!.*Timegrove:).*(Start timer|Stop tracking)/);
}

const running = async (page = web) =>
  readTimer.output.parse(await ask(page, 'GET', '/api/timer')).running;

/** How many milliseconds it takes until something that was asked for is there. */
async function delay(deed: () => Promise<void>, seen: () => Promise<unknown>): Promise<number> {
  await deed();
  const pressed = Date.now();
  await seen();
  return Date.now() - pressed;
}

describe('on the simulated Planner', () => {
  it('asks the member once, in a window of Timegrove, and starts what was wanted', async () => {
    const node = nodeOf(tree, 'task', first);
    const list = tree.find(({ id }) => id === node.parent);
    const board = await stage.board('planner');
    const view = await web.context().newPage();
    await view.goto(new URL(`projects/${list?.parent}/kanban?taskId=${node.id}`, board.url()).href);
    const timer = await inPage(view);
    const window = await pressFirst(view, timer);
    await timer.waitForText('Timegrove: please allow');
    await window.getByRole('heading', { name: 'Allow this connection?' }).waitFor();
    await window.getByText(new URL(view.url()).origin, { exact: true }).waitFor();
    await picture(view, 'looks/native-plugin waiting');
    await lookAt(window, 'desktop', 'connect');
    const closed = window.waitForEvent('close');
    await allow(window);
    await timer.waitFor(stop);
    await picture(view, 'looks/native-plugin running');
    expect((await running())?.task?.name).toBe(first);
    await closed;
    // A click on the button is the only thing that ever asked.
    await view.reload();
    await timer.waitFor(stop);
    await view.close();
  });

  it('goes with every other client, within two seconds', async () => {
    const { tool, timer } = await open(web, '/live', { body: timerOn(itemOf(first)) + script() });
    await allow(await pressFirst(tool, timer));
    await timer.waitFor(stop);
    await stopButton(web).waitFor();
    const stopThere = () => stopButton(web).click();
    const stopHere = () => timer.press(stop);
    const startHere = () => timer.press(start);
    expect(await delay(stopThere, () => timer.waitFor(start))).toBeLessThan(2000);
    expect(await delay(startHere, () => stopButton(web).waitFor())).toBeLessThan(2000);
    expect(await pickerOf(web).innerText()).toContain(first);
    expect(await delay(stopHere, () => startButton(web).waitFor())).toBeLessThan(2000);
    expect(await running()).toBeNull();
    await tool.close();
  });
});

describe('on any page', () => {
  it('has one line for several buttons, and follows their attributes', async () => {
    const body = timerOn(itemOf(first)) + timerOn(itemOf(second)) + script();
    const { tool, timer } = await open(web, '/several', { body });
    await expect.poll(timer.names).toEqual([start, start]);
    const task = (await ask(web, 'GET', `/api/items?provider=planner&item=${itemOf(second)}`)).task;
    await ask(web, 'POST', '/api/timers', { id: newId(), taskId: null, zone: 'Europe/Berlin' });
    await ask(web, 'POST', '/api/timers', { id: newId(), taskId: task.id, zone: 'Europe/Berlin' });
    await expect.poll(timer.names).toEqual([start, stop]);
    // A single-page app shows another task: the button that has moved there is the one that runs.
    await tool.evaluate((item) => {
      document.querySelector('timegrove-timer')?.setAttribute('item', item);
    }, itemOf(second));
    await expect.poll(timer.names).toEqual([stop, stop]);
    await tool.evaluate(() => document.querySelector('timegrove-timer')?.remove());
    await timer.press(stop);
    await timer.waitFor(start);
    expect(await running()).toBeNull();
    await tool.close();
  });

  it('says what is in the way: not imported yet, and archived', async () => {
    const vendor = stage.vendorOf('planner');
    const { parent } = nodeOf(tree, 'task', first);
    const made = await vendor.act({
      do: 'create',
      kind: 'task',
      name: 'Brand new',
      parent: parent ?? '',
    });
    const body = timerOn(`task_${made.id}`) + script();
    const { tool, timer } = await open(web, '/states', { body });
    await timer.waitForText('Timegrove: not imported yet');
    await timer.press(start);
    expect(await running()).toBeNull();
    await ask(web, 'POST', `/api/integrations/${plannerId}/synchronize`, {});
    await timer.waitFor(start);
    await untilReady(tool);
    await vendor.act({ do: 'archive', kind: 'task', id: made.id });
    await ask(web, 'POST', `/api/integrations/${plannerId}/synchronize`, {});
    await timer.waitForText('Timegrove: archived');
    await picture(tool, 'looks/native-plugin archived');
    await tool.close();
  });

  it('has a link where the browser lets no window open', async () => {
    const visitor = await stage.window();
    await signIn(visitor, stage.url, demo.supervisor);
    const { tool, timer } = await open(visitor, '/blocked', {
      body: `<script>open = () => null</script><timegrove-timer data-note="Blocked"></timegrove-timer>${script()}`,
    });
    await timer.press(start);
    await timer.waitForText('Timegrove: please allow');
    const opening = tool.context().waitForEvent('page');
    await tool.keyboard.press('Tab');
    await tool.keyboard.press('Enter');
    await allow(await opening);
    await timer.waitFor(stop);
    await timer.press(stop);
    await timer.waitFor(start);
    await visitor.context().close();
  });

  it('is used by the keyboard, and speaks the language of the page', async () => {
    const { tool, timer } = await open(web, '/note', {
      body: `<timegrove-timer data-note="Ticket 42"></timegrove-timer>${script()}`,
    });
    await untilReady(tool);
    await tool.keyboard.press('Tab');
    await tool.keyboard.press('Enter');
    await timer.waitFor(stop);
    expect(await running()).toMatchObject({ task: null, note: 'Ticket 42' });
    await tool.keyboard.press('Space');
    await timer.waitFor(start);
    await tool.evaluate(() => document.documentElement.setAttribute('lang', 'de-AT'));
    await timer.waitForText('Timer starten');
    await tool.evaluate(() => document.documentElement.setAttribute('lang', 'pl'));
    await timer.waitForText('Uruchom stoper');
    await tool.close();
  });
});

const strict = (): HostPage => ({
  body: `<timegrove-timer data-note="Strict"></timegrove-timer>${script()}`,
  headers: {
    'content-security-policy': `default-src 'none'; script-src ${stage.url}; require-trusted-types-for 'script'; trusted-types 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'referrer-policy': 'no-referrer',
  },
});

describe('on a page that lets nothing in but this one script', () => {
  it('works for each origin that was allowed, where fetch, style and opener are cut', async () => {
    const other = host.url.replace('127.0.0.1', 'localhost');
    const { tool, timer } = await open(web, '/strict', strict(), other);
    const window = await pressFirst(tool, timer);
    await window.getByText(other, { exact: true }).waitFor();
    expect(await window.evaluate('opener')).toBeNull();
    await allow(window);
    await timer.waitFor(stop);
    await picture(tool, 'looks/native-plugin strict');
    expect(await running()).toMatchObject({ task: null, note: 'Strict' });
    // The first origin has been let in already; the second one's page knows nothing of it.
    const { tool: here, timer: timerHere } = await open(web, '/strict', strict());
    await timerHere.waitFor(stop);
    await timerHere.press(stop);
    await timer.waitFor(start);
    expect(await running()).toBeNull();
    await Promise.all([tool.close(), here.close()]);
  });
});

describe('who is not signed in', () => {
  it('signs in first, and may refuse; then it asks anew', async () => {
    const visitor = await stage.window();
    await visitor.goto(stage.url);
    const { tool, timer } = await open(visitor, '/visitor', {
      body: timerOn(itemOf(first)) + script(),
    });
    const window = await pressFirst(tool, timer);
    await window.getByRole('heading', { name: 'Connect to Timegrove' }).waitFor();
    await lookAt(window, 'desktop', 'connect-visitor');
    await window.getByRole('button', { name: 'Sign in' }).click();
    await window.getByLabel('E-mail').fill(demo.user.email);
    await window.getByLabel('Password', { exact: true }).fill(demo.user.password);
    await window.getByRole('button', { name: 'Sign in' }).click();
    await window.getByRole('button', { name: 'Refuse' }).click();
    await timer.waitForText('Timegrove: refused');
    const again = await pressFirst(tool, timer);
    await allow(again);
    await timer.waitFor(stop);
    await timer.press(stop);
    await timer.waitFor(start);
    await visitor.context().close();
  });

  it('may show a token for the API instead, and what it let in is revoked with it', async () => {
    const id = newId<'token'>();
    const { secret } = await ask(web, 'POST', '/api/tokens', {
      id,
      name: 'For the plugin',
      scopes: ['track'],
      expiresAt: null,
    });
    const visitor = await stage.window();
    const { tool, timer } = await open(visitor, '/token', {
      body: `<timegrove-timer data-note="By token"></timegrove-timer>${script()}`,
    });
    const window = await pressFirst(tool, timer);
    await window.getByRole('button', { name: 'Use an API token' }).click();
    await window.getByLabel('API token').fill(secret);
    await window.getByRole('button', { name: 'Continue' }).click();
    await lookAt(window, 'desktop', 'connect-token');
    await allow(window);
    await timer.waitFor(stop);
    await timer.press(stop);
    await timer.waitFor(start);
    await ask(web, 'DELETE', `/api/tokens/${id}`);
    await timer.press(start);
    await timer.waitForText('Timegrove: disconnected');
    await visitor.context().close();
  });
});

describe('the profile', () => {
  it('leads to a field for the code that an app shows, also on a phone', async () => {
    const phone = await stage.window({ viewport: { width: 390, height: 844 } });
    await signIn(phone, stage.url, demo.supervisor);
    const secret = `tg_${crypto.randomUUID().replaceAll('-', '').padEnd(43, 'x')}`;
    const body = { id: newId(), kind: 'desktop-app', name: 'Old laptop', secret };
    const asked = await ask(phone, 'POST', '/api/connections', body);
    await phone.goto(`${stage.url}/profile`);
    await phone.getByRole('link', { name: 'type it here' }).click();
    await lookAt(phone, 'phone', 'connect-code');
    await phone.getByLabel('Code').fill(String(asked.code).toLowerCase().replace('-', ''));
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByText('Desktop app', { exact: true }).waitFor();
    await phone.getByText('calls itself “Old laptop”').waitFor();
    await phone.getByText(`it shows ${asked.code} too`).waitFor();
    await lookAt(phone, 'phone', 'connect-desktop-app');
    await allow(phone);
    await phone.getByText('You can close this window.').waitFor();
    stage.expectAnswer(phone, { status: 409, path: '/api/connection-requests' });
    await phone.goto(`${stage.url}/connect?code=${asked.code}`);
    await phone.getByText('was already answered').waitFor();
    const me = await fetch(`${stage.url}/api/me`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await me.json()).toMatchObject({ email: demo.supervisor.email });
    await phone.context().close();
  });

  it('makes a token for the API that the pages of a tool may use, too', async () => {
    await web.goto(`${stage.url}/profile`);
    await web.getByRole('button', { name: 'New token' }).click();
    const dialog = web.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Dashboard');
    const field = dialog.getByLabel('Web pages that may use it');
    await field.fill('dashboard.example');
    stage.expectAnswer(web, { status: 422, path: '/api/tokens' });
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    await dialog.getByText('Must be the origin of a web page').waitFor();
    await lookAt(web, 'desktop', 'profile-token-origins');
    await field.fill(`${host.url}/boards/5`);
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    const token = await dialog.getByTestId('token').innerText();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await web.getByText(`also from ${host.url}`).waitFor();
    const { tool } = await open(web, '/dashboard', { body: '' });
    const readMe = (page: Page) =>
      page.evaluate(
        async ({ url, token }) => {
          const headers = { authorization: `Bearer ${token}` };
          const reply = await fetch(`${url}/api/me`, { headers });
          return reply.status;
        },
        { url: stage.url, token },
      );
    expect(await readMe(tool)).toBe(200);
    await tool.goto(`${host.url.replace('127.0.0.1', 'localhost')}/dashboard`);
    expect(await readMe(tool)).toBe(403);
    await tool.close();
  });
});

/** Asks the server with what was stolen, as a program that says where it comes from. */
async function tryOut(secret: string, method: string, path: string, origin: string | null) {
  const reply = await fetch(`${stage.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(origin !== null && { origin }),
      ...(method !== 'GET' && { 'content-type': 'application/json' }),
    },
    ...(method !== 'GET' && { body: '{}' }),
  });
  const answer: unknown = await reply.json();
  return answer;
}

/** Asks to be let in, as a script of the page. */
async function askFrom(page: Page, kind: string): Promise<object> {
  const body = { id: newId(), kind, name: 'Good tool', secret: `tg_${'a'.repeat(43)}` };
  const answer: unknown = await page.evaluate(
    async ({ url, body }) => {
      const reply = await fetch(`${url}/api/connections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return reply.json();
    },
    { url: stage.url, body },
  );
  return Object(answer);
}

describe('a hostile page', () => {
  const spying = `<script>
    seen = [];
    const real = fetch;
    fetch = (...said) => { seen.push(said); return real(...said); };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) {
      return (root = attach.call(this, { ...how, mode: 'open' }));
    };
  </script>`;
  let user: Page;
  let tool: Page;
  let secrets: readonly string[] = [];
  /** An item of a vendor in whose tree the user is not assigned anywhere. */
  let forbidden: string;

  it('looks into everything that it can reach', async () => {
    user = await stage.window();
    await signIn(user, stage.url, demo.user);
    const board = await stage.vendor.tree();
    forbidden = `task_${nodeOf(board, 'task', first).id}`;
    const body = spying + timerOn(itemOf(first)) + script();
    const opened = await open(user, '/hostile', { body });
    ({ tool } = opened);
    await allow(await pressFirst(tool, opened.timer));
    await opened.timer.waitFor(stop);
    const loot = await tool.evaluate(
      'JSON.stringify([seen, { ...localStorage }, root.innerHTML, document.cookie])',
    );
    secrets = [...new Set(String(loot).match(/tg_[\w-]{43}/g))];
    expect(secrets).toHaveLength(1);
  });

  it('finds nothing that opens more than the timer of its items', async () => {
    const [secret = ''] = secrets;
    const closed = allEndpoints.filter(
      ({ endpoint: { access, scope } }) =>
        access !== 'public' && (scope === 'session' || !scopesAllow(['plugin'], scope)),
    );
    expect(closed.length).toBeGreaterThan(60);
    for (const { name, endpoint } of closed) {
      const path = endpoint.path.replace(/:\w+/g, newId());
      const answer = await tryOut(secret, endpoint.method, path, host.url);
      expect(answer, name).toMatchObject({
        code: expect.stringMatching(/^token-(scope-needed|not-enough)$/),
      });
    }
  });

  it('cannot use it from anywhere else', async () => {
    const [secret = ''] = secrets;
    const path = `/api/native-plugin/state?provider=planner&item=${itemOf(first)}`;
    expect(await tryOut(secret, 'GET', path, host.url)).toMatchObject({ running: 'this' });
    for (const origin of [host.url.replace('127.0.0.1', 'localhost'), stage.url, null])
      expect(await tryOut(secret, 'GET', path, origin), String(origin)).toMatchObject({
        code: 'origin-not-allowed',
      });
  });

  it('cannot start on what the member may not track, nor learn its name', async () => {
    const [secret = ''] = secrets;
    const asked = { provider: 'meistertask', item: forbidden };
    const path = `/api/native-plugin/state?${new URLSearchParams(asked)}`;
    const state = await tryOut(secret, 'GET', path, host.url);
    expect(state).toMatchObject({ item: 'not-assigned', taskName: null });
    const refused = await tool.evaluate(
      async ({ url, secret, body }) => {
        const reply = await fetch(`${url}/api/native-plugin/start`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return reply.status;
      },
      { url: stage.url, secret, body: { ...asked, id: newId(), zone: 'UTC' } },
    );
    // To who may not see a task, it is not there.
    expect(refused).toBe(404);
    expect((await running(user))?.task?.name).toBe(first);
  });

  it('cannot put the window of consent into a frame, nor pass for a program', async () => {
    await tool.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = `${url}/connect?code=ABCD-EFGH`;
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener('load', done));
    }, stage.url);
    expect(tool.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
    const asked = await askFrom(tool, 'browser-plugin');
    expect(asked).toMatchObject({ code: 'origin-refused' });
  });

  it("cannot have another page's request allowed by leading the member there", async () => {
    const asked = await askFrom(tool, 'native-plugin');
    const code = Reflect.get(asked, 'code');
    const { tool: other } = await open(
      user,
      '/leading',
      { body: `<a href="${stage.url}/connect?code=${code}">A present for you</a>` },
      host.url.replace('127.0.0.1', 'localhost'),
    );
    await other.getByRole('link').click();
    await other.getByText('This does not fit together').waitFor();
    expect(await other.getByRole('button', { name: 'Allow' }).count()).toBe(0);
    await lookAt(other, 'desktop', 'connect-stranger');
    await user.context().close();
  });
});

describe('a page that was let in', () => {
  it('says that it was revoked in the profile, which lists it', async () => {
    const { tool, timer } = await open(web, '/revoked', {
      body: timerOn(itemOf(first)) + script(),
    });
    await untilReady(tool);
    await web.goto(`${stage.url}/profile`);
    await web.getByRole('button', { name: `Revoke ${host.url}` }).waitFor();
    await web.getByText('Connections', { exact: true }).scrollIntoViewIfNeeded();
    await lookAt(web, 'desktop', 'profile-connections');
    await web.getByRole('button', { name: `Revoke ${host.url}` }).click();
    await web.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await timer.waitForText('Timegrove: disconnected');
    await tool.close();
  });

  it('shows a stop only once the server has confirmed it', async () => {
    const { tool, timer } = await open(web, '/away', { body: timerOn(itemOf(first)) + script() });
    await allow(await pressFirst(tool, timer));
    await timer.waitFor(stop);
    await web.goto('about:blank');
    await stage.loseServer();
    await timer.waitForText('Timegrove: cannot be reached');
    await timer.press(stop);
    await timer.waitForText('Timegrove: cannot be reached');
    expect(await timer.names()).toEqual([stop]);
    await picture(tool, 'looks/native-plugin away');
    await stage.raiseServer();
    await untilReady(tool);
    await timer.press(stop);
    await timer.waitFor(start);
    await web.goto(stage.url);
    await startButton(web).waitFor();
    expect(await running()).toBeNull();
  });
});
