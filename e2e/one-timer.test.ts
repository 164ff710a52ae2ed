import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { example } from '@timegrove/providers/planner/page-example.ts';
import { page as plannerPage } from '@timegrove/providers/planner/page.ts';
import { serve, type Served } from '@timegrove/providers/kit/sandbox/serve.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { openExtendedBrowser, type ExtendedBrowser } from './stage/extension.ts';
import { importAll, nodeOf, placed } from './stage/imported.ts';
import { inPage } from './stage/in-page.ts';
import { phoneLook } from './stage/installed.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';
import { playVendor, type PlacedItem } from './stage/vendor-site.ts';

/**
 * One timer for all clients of a person: whichever starts it and whichever stops it, every other one
 * shows it. This is the proof of the table in README.
 */

interface OneClient {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Waits until it shows that the timer runs, or that none does. */
  shows(state: 'running' | 'at rest'): Promise<void>;
}

const names = ['web', 'phone', 'popup', 'in-page', 'native'] as const;
type Name = (typeof names)[number];

const stage = useStage('filled');
const task = 'Design contact form – feedback';
const clients = new Map<Name, OneClient>();
/** How many ms after a press each client showed what came of it. */
const delays = new Map<Name, number[]>(names.map((name) => [name, []]));
let web: Page;
let phone: Page;
let browser: ExtendedBrowser;
let tool: Served;
let toolPage: Page;

beforeAll(async () => {
  web = await stage.window();
  await signIn(web, stage.url, demo.administrator);
  await importAll(web, 'planner', stage.vendorOf('planner'));
  const tree = await stage.vendorOf('planner').tree();
  const item = await placed(web, 'planner', tree, nodeOf(tree, 'task', task));
  browser = await openExtendedBrowser();
  clients.set('web', inBar(web));
  phone = await openPhone();
  clients.set('phone', inBar(phone));
  clients.set('popup', await popup());
  clients.set('in-page', await besideTask(item));
  const inside = await inTool(`task_${item.item.remoteId}`);
  toolPage = inside.page;
  clients.set('native', inside.client);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await tool.stop();
});

async function openPhone(): Promise<Page> {
  const page = await stage.window(phoneLook);
  await signIn(page, stage.url, demo.administrator);
  return page;
}

function inBar(page: Page): OneClient {
  return {
    start: async () => {
      await pick(page, task);
      await startButton(page).click();
    },
    stop: async () => stopButton(page).click(),
    shows: async (state) => {
      if (state === 'at rest') return startButton(page).waitFor();
      await stopButton(page).waitFor();
      await expect.poll(async () => pickerOf(page).innerText()).toContain(task);
    },
  };
}

/** The popup in a window of its own: behind another page it would be drawn seldom. */
async function popup(): Promise<OneClient> {
  const token = { id: newId<'token'>(), name: 'Popup', scopes: ['read', 'track'], expiresAt: null };
  await browser.connect(stage.url, (await ask(web, 'POST', '/api/tokens', token)).secret);
  const opening = browser.context.waitForEvent('page');
  const [background] = browser.context.serviceWorkers();
  await background?.evaluate(
    `chrome.windows.create({ url: 'popup.html', width: 400 }).then(() => {})`,
  );
  const page = await opening;
  const start = page.getByRole('button', { name: 'Start timer' });
  const stop = page.getByRole('button', { name: 'Stop tracking' });
  return {
    start: async () => {
      await page.getByRole('combobox', { name: 'Search tasks' }).fill(task);
      await page.getByRole('option', { name: task }).first().click();
    },
    stop: async () => stop.click(),
    shows: async (state) => (state === 'running' ? stop : start).waitFor(),
  };
}

async function besideTask(item: PlacedItem): Promise<OneClient> {
  const site = await playVendor(browser.context, { page: plannerPage, example });
  return ofButtons(await site.open(item), `Start timer: ${task}`, `Stop tracking: ${task}`);
}

async function inTool(item: string) {
  const element = `<timegrove-timer provider="planner" item="${item}"></timegrove-timer>`;
  const script = `<script src="${stage.url}/native-plugin.js"></script>`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  tool = await serve(async () => new Response(`<!doctype html>${element}${script}`, { headers }));
  const page = await (await stage.another(web)).context().newPage();
  await page.goto(tool.url);
  return { page, client: await ofButtons(page, 'Start timer', 'Stop tracking') };
}

async function ofButtons(page: Page, start: string, stop: string): Promise<OneClient> {
  const buttons = await inPage(page);
  return {
    start: async () => buttons.press(start),
    stop: async () => buttons.press(stop),
    shows: async (state) => buttons.waitFor(state === 'running' ? stop : start),
  };
}

function client(name: Name): OneClient {
  const found = clients.get(name);
  if (found === undefined) throw new Error(`${name} is not open`);
  return found;
}

/** Waits until every client shows it. */
async function allShow(state: 'running' | 'at rest'): Promise<void> {
  const pressed = Date.now();
  await Promise.all(
    names.map(async (name) => {
      await client(name).shows(state);
      delays.get(name)?.push(Date.now() - pressed);
    }),
  );
}

async function runningTask(): Promise<string | null> {
  const { running } = readTimer.output.parse(await ask(web, 'GET', '/api/timer'));
  return running?.task?.name ?? null;
}

it('is let into the page of a tool once', async () => {
  const opening = toolPage.context().waitForEvent('page');
  await client('native').start();
  const window = await opening;
  await window.getByRole('button', { name: 'Allow' }).click();
  await client('native').shows('running');
  await client('native').stop();
  await client('web').shows('at rest');
});

it.each(names.flatMap((starting) => names.map((stopping) => ({ starting, stopping }))))(
  'started in $starting, stopped in $stopping, seen in all',
  async ({ starting, stopping }) => {
    await client(starting).start();
    await allShow('running');
    expect(await runningTask()).toBe(task);
    await client(stopping).stop();
    await allShow('at rest');
    expect(await runningTask()).toBeNull();
  },
);

it('is seen in all within two seconds', () => {
  for (const [name, all] of delays) {
    const [middle = Infinity] = [...all].toSorted((a, b) => a - b).slice(all.length / 2);
    console.log(`${name}: ${middle} ms in the middle, ${Math.max(...all)} ms at most`);
    expect(all.length).toBe(names.length * names.length * 2);
    expect(middle).toBeLessThan(2000);
  }
});

it('asks for a synchronization from the phone', async () => {
  await phone.getByRole('button', { name: 'Force synchronization' }).click();
  await phone
    .getByText(/Up to date/)
    .first()
    .waitFor();
});
