import { createServer } from 'node:http';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { delayOf } from './stage/delay.ts';
import { openExtendedBrowser, type ExtendedBrowser } from './stage/extension.ts';
import { freePort } from './stage/free-port.ts';
import { lookAt } from './stage/look-at.ts';
import { picture } from './stage/picture.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { inTruePopup } from './stage/true-popup.ts';
import { useStage } from './stage/use-stage.ts';

interface Served {
  readonly url: string;
  close(): void;
}

const stage = useStage('filled');
let ada: Page;
let browser: ExtendedBrowser;
let popup: Page;
let roses: Served;
let old: Served;

beforeAll(async () => {
  roses = await serve({ '/': '<title>How to prune roses</title><h1>Roses</h1>' });
  old = await serve({
    '/api/openapi.json': '{"info":{"title":"Timegrove"},"paths":{"/api/me":{}}}',
  });
  browser = await openExtendedBrowser();
  ada = await stage.window();
  await signIn(ada, stage.url, demo.user);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, page] of browser.context.pages().entries())
    await picture(page, `failed/${task.name} extension ${at}`);
});
afterAll(async () => {
  roses?.close();
  old?.close();
  await browser?.close();
});

/** Serves pages by their addresses, on a port of its own. */
async function serve(pages: Readonly<Record<string, string>>): Promise<Served> {
  const server = createServer((request, reply) => {
    const found = pages[request.url ?? ''];
    reply.writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html' });
    reply.end(found ?? 'Nothing is here.');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('It does not listen.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

const start = () => popup.getByRole('button', { name: 'Start timer' });
const stop = () => popup.getByRole('button', { name: 'Stop tracking' });
const note = () => popup.getByRole('textbox', { name: 'Note' });
const search = () => popup.getByRole('combobox', { name: 'Search tasks' });
const badge = (): Promise<string> => popup.evaluate('chrome.action.getBadgeText({})');
const title = (): Promise<string> => popup.evaluate('chrome.action.getTitle({})');

interface Told {
  readonly id: string;
  readonly task: { readonly name: string } | null;
  readonly note: string;
  readonly stoppedAt: string | null;
}

/** What the server has of the days around now. */
async function entries(): Promise<readonly Told[]> {
  const [from, to] = [day(-1), day(1)];
  return (await ask(ada, 'GET', `/api/entries?from=${from}&to=${to}`)).entries;
}

function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** The same in short: task, note, whether it runs. */
async function told(): Promise<unknown[][]> {
  return (await entries()).map(({ task, note, stoppedAt }) => [
    task?.name ?? null,
    note,
    stoppedAt === null ? 'runs' : 'stopped',
  ]);
}

function background(): Worker {
  const [worker] = browser.context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no background.');
  return worker;
}

async function openPopup(): Promise<void> {
  popup = await browser.openOwn('popup.html');
  await popup.setViewportSize({ width: 396, height: 600 });
}

async function makeToken(scopes: readonly string[]): Promise<{ id: string; secret: string }> {
  const id = crypto.randomUUID();
  const body = { id, name: 'Popup', scopes, expiresAt: null };
  const { secret } = await ask(ada, 'POST', '/api/tokens', body);
  return { id, secret };
}

describe('a browser that is not connected', () => {
  it('opens the options once it is installed, and says so in the popup', async () => {
    const first = browser.context.pages().find((page) => page.url().endsWith('/options.html'));
    await first?.getByLabel('Address of your Timegrove').waitFor();
    expect(first).toBeDefined();
    await first?.close();
    await openPopup();
    await popup.getByText('Connect this browser to your Timegrove').waitFor();
    expect(await badge()).toBe('');
    await lookAt(popup, 'popup', 'extension-not-connected');
  });

  it('tells what is wrong with an address', async () => {
    const options = await browser.openOwn('options.html');
    const address = options.getByLabel('Address of your Timegrove');
    const wrong = [
      ['my time server', 'This is no address.'],
      [`http://127.0.0.1:${await freePort()}`, 'Nothing answers at this address.'],
      [roses.url, 'it is not Timegrove'],
      [old.url, 'too old for the extension'],
    ] as const;
    for (const [typed, reason] of wrong) {
      await address.fill(typed);
      await address.press('Enter');
      await options.getByText(reason).waitFor();
    }
    await lookAt(options, 'desktop', 'extension-options-wrong');
    await options.close();
  });

  it('does not take a token that the server does not know', async () => {
    const options = await browser.openOwn('options.html');
    await options.getByRole('button', { name: 'Use an API token instead' }).click();
    await options.getByLabel('Address of your Timegrove').fill(stage.url);
    await options.getByLabel('API token', { exact: true }).fill(`tg_${'a'.repeat(43)}`);
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await options.getByRole('alert').waitFor();
    expect(await options.getByRole('button', { name: 'Disconnect' }).count()).toBe(0);
    await options.close();
  });
});

describe('connecting by signing in', () => {
  it('opens Timegrove, waits for the yes, and shows who is connected', async () => {
    const options = await browser.openOwn('options.html');
    await options.getByLabel('Address of your Timegrove').fill(stage.url);
    const [there] = await Promise.all([
      browser.context.waitForEvent('page'),
      options.getByRole('button', { name: 'Sign in there' }).click(),
    ]);
    await options.getByText('Timegrove has opened in a tab.').waitFor();
    await lookAt(options, 'desktop', 'extension-options-asking');
    const code = new URL(there.url()).searchParams.get('code') ?? '';
    expect(await options.locator('.options-code').innerText()).toBe(code);
    await there.getByRole('button', { name: 'Sign in' }).click();
    await there.getByLabel('E-mail').fill(demo.user.email);
    await there.getByLabel('Password', { exact: true }).fill(demo.user.password);
    await there.getByRole('button', { name: 'Sign in' }).click();
    await there
      .getByText(/^Chrom(e|ium) on Linux/)
      .first()
      .waitFor();
    await there.getByRole('button', { name: 'Allow' }).click();
    await options.getByText('Connected', { exact: true }).waitFor();
    await lookAt(options, 'desktop', 'extension-options-connected');
    if (!there.isClosed()) await there.close();
    await options.close();
    await popup.getByText('Nothing is running.').waitFor();
    await lookAt(popup, 'popup', 'extension-at-rest');
  });
});

describe('the one timer', () => {
  it('started and stopped here or in the web app shows in the other within two seconds', async () => {
    const delays: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      delays.push(await delayOf(start(), ada, 'Stop'));
      await popup.bringToFront();
      delays.push(await delayOf(stopButton(ada), popup, 'Start timer', '.popup-timer'));
      delays.push(await delayOf(startButton(ada), popup, 'Stop tracking', '.popup-timer'));
      delays.push(await delayOf(stop(), ada, 'Start'));
    }
    console.log('ms until the other shows it:', delays);
    for (const delay of delays) expect(delay).toBeLessThan(2000);
  });

  it('shows its time on the button in the toolbar', async () => {
    await pick(ada, 'Wireframes');
    await startButton(ada).click();
    await stop().waitFor();
    expect(await badge()).toBe('0:00');
    await expect.poll(title).toBe('0:00 Wireframes – Timegrove');
    await stop().click();
    await start().waitFor();
    await expect.poll(badge).toBe('');
  });

  it('leads through the whole tree', async () => {
    const option = (name: string) => popup.getByRole('option', { name, exact: true });
    await option('Look below: All projects').click();
    await option('Look below: Harbour Museum').click();
    await option('Look below: Exhibition website').click();
    await lookAt(popup, 'popup', 'extension-branch');
    await option('Visual design').click();
    await stop().waitFor();
    await expect.poll(() => pickerOf(ada).innerText()).toContain('Visual design');
    await stop().click();
    await start().waitFor();
    await startButton(ada).waitFor();
  });

  it('is started by search and note, and changed, by the keyboard alone', async () => {
    await popup.reload();
    await popup.bringToFront();
    await note().fill('Chapter 3');
    await search().focus();
    await popup.keyboard.type('script');
    await popup.getByRole('option', { name: 'Script' }).first().waitFor();
    await lookAt(popup, 'popup', 'extension-search');
    await popup.keyboard.press('Enter');
    await stop().waitFor();
    await expect.poll(() => pickerOf(ada).innerText()).toContain('Script');
    expect(await timerBar(ada).getByLabel('Note').inputValue()).toBe('Chapter 3');
    await lookAt(popup, 'popup', 'extension-running');
    await note().fill('Chapter 4');
    await popup.keyboard.press('Enter');
    await expect.poll(() => timerBar(ada).getByLabel('Note').inputValue()).toBe('Chapter 4');
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    await start().waitFor();
    await startButton(ada).waitFor();
    expect(await told()).toContainEqual(['Script', 'Chapter 4', 'stopped']);
  });

  it('offers what was tracked on last, and sums the day', async () => {
    await popup.reload();
    await popup.getByRole('option', { name: 'Script' }).first().waitFor();
    await expect.poll(() => popup.getByRole('option').first().innerText()).toContain('Script');
    await popup.getByText(/^Today 0:0\d$/).waitFor();
  });
});

describe('over any page', () => {
  it('offers its title as a note', async () => {
    const page = await browser.context.newPage();
    await page.goto(roses.url);
    await page.bringToFront();
    const titles = `chrome.tabs.query({ active: true }).then((tabs) => tabs.map((tab) => tab.title))`;
    await expect.poll(() => background().evaluate(titles)).toContain('How to prune roses');
    const offered = await inTruePopup(
      browser.context,
      background(),
      `new Promise((found) => {
        const look = () => {
          const offer = document.querySelector('.popup-offer');
          if (offer === null) return setTimeout(look, 50);
          const words = offer.textContent;
          offer.click();
          setTimeout(() => {
            document.querySelector('.timer-button').click();
            setTimeout(() => found(words), 500);
          }, 100);
        };
        look();
      })`,
    );
    expect(offered).toBe('Note: “How to prune roses”');
    await expect.poll(told).toContainEqual([null, 'How to prune roses', 'runs']);
    await page.close();
    await popup.bringToFront();
    await stop().click();
    await start().waitFor();
  });
});

/** Presses the key that starts or stops, as far as the extension hears of it. */
async function pressKey(): Promise<void> {
  await background().evaluate(`chrome.commands.onCommand.dispatch('start-or-stop')`);
}

describe('the keys of the browser', () => {
  it('start the last task, and stop it', async () => {
    await pressKey();
    await expect.poll(() => pickerOf(ada).innerText()).toContain('Script');
    await stop().waitFor();
    await pressKey();
    await startButton(ada).waitFor();
    await start().waitFor();
  });
});

describe('a synchronization', () => {
  it('is asked for, and says what came of it', async () => {
    await popup.getByRole('button', { name: 'Force synchronization' }).click();
    await popup.getByText('There is nothing that synchronizes every hour.').waitFor();
    await popup.getByRole('button', { name: 'Dismiss' }).click();
    await popup.getByText('There is nothing that synchronizes').waitFor({ state: 'detached' });
  });
});

describe('time away from the computer', () => {
  it('is asked about in the popup and on the button, and left out', async () => {
    // What began since would end it.
    for (const { id } of await entries()) await ask(ada, 'DELETE', `/api/entries/${id}`);
    const startedAt = new Date(Date.now() - 30 * 60_000).toISOString();
    const body = { id: newId<'entry'>(), taskId: null, startedAt, zone: 'UTC', note: 'Long' };
    await ask(ada, 'POST', '/api/timers', body);
    await stop().waitFor();
    for (const state of ['idle', 'active'])
      await background().evaluate(`chrome.idle.onStateChanged.dispatch('${state}')`);
    const question = popup.getByRole('region', { name: 'Time away' });
    await question.getByText(/You were away from .* \(10 min\) while “No task”/).waitFor();
    expect(await badge()).toBe('?');
    await lookAt(popup, 'popup', 'extension-time-away');
    await question.getByRole('button', { name: 'Leave it out and go on' }).click();
    await question.waitFor({ state: 'detached' });
    await expect.poll(told).toContainEqual([null, 'Long', 'stopped']);
    await expect.poll(told).toContainEqual([null, 'Long', 'runs']);
    await stop().click();
    await start().waitFor();
  });
});

describe('a background that the browser has ended', () => {
  it('is woken by the clock and looks what others did', async () => {
    await popup.close();
    const quiet = await browser.openOwn('icon-16.png');
    await browser.killBackground();
    await startButton(ada).click();
    await stopButton(ada).waitFor();
    await quiet.evaluate(`chrome.alarms.create('look', { when: Date.now() })`);
    await expect.poll(() => quiet.evaluate('chrome.action.getBadgeText({})')).toBe('0:00');
    await stopButton(ada).click();
    await quiet.close();
    await openPopup();
    await start().waitFor();
  });

  it('starts anew when the popup says something', async () => {
    await browser.killBackground();
    await start().click();
    await stopButton(ada).waitFor();
    await browser.killBackground();
    await stopButton(ada).click();
    await openPopup();
    await start().waitFor();
  });
});

describe('a server that is away', () => {
  it('gets what was done meanwhile once, at its true instants', async () => {
    stage.expectAnswer(ada, { status: 0, path: '/' });
    await popup.bringToFront();
    await start().click();
    await stopButton(ada).waitFor();
    const before = (await told()).length;
    await stage.loseServer();
    const stoppedAt = Date.now();
    await stop().click();
    await popup.getByText('Stopped here. The server has not confirmed it yet.').waitFor();
    expect(await badge()).toBe('…');
    await lookAt(popup, 'popup', 'extension-away');
    await browser.killBackground();
    await openPopup();
    await popup.getByText('Stopped here. The server has not confirmed it yet.').waitFor();
    await note().fill('While it was away');
    await start().click();
    await popup.getByText('Started here. The server has not confirmed it yet.').waitFor();
    await stage.raiseServer();
    await popup.getByText('waits for the server').first().waitFor({ state: 'detached' });
    await expect.poll(told).toContainEqual([null, 'While it was away', 'runs']);
    expect((await told()).length).toBe(before + 1);
    const ends = (await entries()).flatMap((one) => one.stoppedAt ?? []);
    const nearest = Math.min(...ends.map((end) => Math.abs(Date.parse(end) - stoppedAt)));
    expect(nearest).toBeLessThan(3000);
    await stop().click();
    await start().waitFor();
  });
});

describe('a token that is revoked', () => {
  it('is said, nothing is lost, and another one takes what waited', async () => {
    const { tokens } = await ask(ada, 'GET', '/api/tokens');
    const own = tokens.find((token: { kind: string }) => token.kind === 'browser-plugin');
    await popup.bringToFront();
    await note().fill('Before the end');
    await start().click();
    await stop().waitFor();
    await expect.poll(told).toContainEqual([null, 'Before the end', 'runs']);
    await ask(ada, 'DELETE', `/api/tokens/${own.id}`);
    await popup.getByText('does not let this browser in any more').waitFor();
    expect(await badge()).toBe('!');
    await lookAt(popup, 'popup', 'extension-refused');
    const made = await makeToken(['read', 'track']);
    await browser.connect(stage.url, made.secret);
    await popup.bringToFront();
    await stop().click();
    await start().waitFor();
    await expect.poll(told).toContainEqual([null, 'Before the end', 'stopped']);
  });
});

describe('disconnecting', () => {
  it('forgets everything but what the browser is to do', async () => {
    const options = await browser.openOwn('options.html');
    await options.getByLabel('Language').selectOption('de');
    await options.getByRole('button', { name: 'Trennen' }).click();
    await options.getByLabel('Adresse Ihres Timegrove').waitFor();
    await lookAt(options, 'desktop', 'extension-options-german');
    await popup.getByText('Verbinden Sie diesen Browser').waitFor();
    await options.close();
  });
});
