import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { aPhone, phoneLook, type Phone } from './stage/installed.ts';
import { entriesOf, hint, settled } from './stage/offline.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');

const note = (page: Page) => timerBar(page).getByRole('textbox', { name: 'Note' });
const running = async (page: Page) =>
  (await entriesOf(page)).find(({ stoppedAt }) => stoppedAt === null);
const named = async (page: Page, text: string) =>
  (await entriesOf(page)).filter((entry) => entry.note === text);

/** Does a step while the network is cut, and waits until the window has noticed that it is back. */
async function cut(page: Page, step: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await step();
  await hint(page, /Offline/).waitFor();
  await page.context().setOffline(false);
  await hint(page, /Offline|wait/).waitFor({ state: 'hidden' });
}

async function pickOnPhone(page: Page, name: string): Promise<void> {
  await pickerOf(page).tap();
  await page.getByRole('combobox', { name: 'Search tasks' }).fill(name);
  await page.getByRole('option', { name }).first().tap();
}

describe('with the network cut at every step', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.window(phoneLook);
    stage.expectAnswer(page, { status: 0, path: '/' });
    await signIn(page, stage.url, demo.user);
    await settled(page);
  }, 60_000);
  afterAll(async () => page.context().close());

  it('opens, today and with its two buttons', async () => {
    await cut(page, async () => {
      await page.reload();
      await page.getByRole('heading', { name: 'Timesheet' }).waitFor();
      await startButton(page).waitFor();
      expect(
        await page.getByRole('button', { name: /^Add/ }).filter({ visible: true }).count(),
      ).toBe(1);
    });
  });

  it('searches the tasks on the whole screen, and takes the search back', async () => {
    await cut(page, async () => {
      await pickerOf(page).tap();
      const list = page.locator('.task-picker-dropdown');
      await page.getByRole('option', { name: 'No task' }).waitFor();
      const { width, height } = phoneLook.viewport ?? { width: 0, height: 0 };
      expect(await list.boundingBox()).toEqual({ x: 0, y: 0, width, height });
      await page.getByRole('combobox', { name: 'Search tasks' }).fill('wire');
      await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
      expect(await page.getByRole('option').allInnerTexts()).toEqual([
        expect.stringContaining('Wireframes'),
      ]);
      await page.getByRole('button', { name: 'Close' }).tap();
      await list.waitFor({ state: 'hidden' });
      expect(await pickerOf(page).innerText()).toContain('No task');
    });
  });

  it('starts on a found task', async () => {
    await cut(page, async () => {
      await pickOnPhone(page, 'Wireframes');
      await startButton(page).tap();
      await stopButton(page).waitFor();
      await page.reload();
      await stopButton(page).waitFor();
    });
    await expect.poll(async () => (await running(page))?.task?.name).toBe('Wireframes');
  });

  it('takes a note', async () => {
    await cut(page, async () => {
      await note(page).fill('Header and footer');
      await note(page).press('Enter');
    });
    await expect.poll(async () => (await running(page))?.note).toBe('Header and footer');
  });

  it('switches to another task at one instant', async () => {
    await cut(page, async () => {
      await pickOnPhone(page, 'Script');
      await expect.poll(() => pickerOf(page).innerText()).toContain('Script');
    });
    await expect.poll(async () => (await running(page))?.task?.name).toBe('Script');
    const after = await running(page);
    const [before] = await named(page, 'Header and footer');
    expect(before?.stoppedAt).toBe(after?.startedAt);
  });

  it('stops', async () => {
    await cut(page, async () => {
      await stopButton(page).tap();
      await startButton(page).waitFor();
      await page.reload();
      await startButton(page).waitFor();
    });
    await expect.poll(() => running(page)).toBeUndefined();
  });

  it('adds time by hand', async () => {
    await cut(page, async () => {
      await timerBar(page).getByRole('button', { name: 'Add' }).tap();
      const form = page.getByRole('dialog', { name: 'Add time' });
      await form.getByLabel('Start', { exact: true }).fill('0:05');
      await form.getByLabel('End', { exact: true }).fill('0:10');
      await form.getByLabel('Note').fill('On the train');
      await form.getByRole('button', { name: 'Add time' }).tap();
      await form.waitFor({ state: 'hidden' });
    });
    await expect.poll(() => named(page, 'On the train')).toHaveLength(1);
  });

  it('corrects it', async () => {
    await cut(page, async () => {
      await page.locator('.entry', { hasText: 'On the train' }).locator('.entry-open').tap();
      const form = page.getByRole('dialog', { name: 'Edit entry' });
      await form.getByLabel('Note').fill('On the ferry');
      await form.getByRole('button', { name: 'Save' }).tap();
      await form.waitFor({ state: 'hidden' });
    });
    await expect.poll(() => named(page, 'On the ferry')).toHaveLength(1);
    expect(await named(page, 'On the train')).toHaveLength(0);
  });

  it('shows the week that nobody has looked at before, and takes time in it', async () => {
    const sum = async () =>
      (await entriesOf(page))
        .filter(({ task }) => task?.name === 'Photo day')
        .reduce((all, one) => all + Date.parse(one.stoppedAt ?? '') - Date.parse(one.startedAt), 0);
    expect(await sum()).toBe(0);
    await cut(page, async () => {
      await page.getByRole('main').getByText('Week', { exact: true }).tap();
      const cell = page.getByRole('textbox', { name: /^Photo day/ }).first();
      await cell.fill('20m');
      await cell.blur();
      await expect.poll(() => cell.inputValue()).toBe('0:20');
    });
    await expect.poll(sum).toBe(20 * 60_000);
  });
});

describe('what other apps and the icon ask for', () => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.window(phoneLook);
    stage.expectAnswer(page, { status: 0, path: '/' });
    await signIn(page, stage.url, demo.supervisor);
    await settled(page);
  }, 60_000);
  afterAll(async () => page.context().close());

  /** Only at the address of the timesheet the stop is kept; the bar may show an older state before. */
  async function stopByLink(): Promise<void> {
    await page.goto(`${stage.url}/stop`);
    await page.waitForURL(`${stage.url}/`);
    await startButton(page).waitFor();
  }

  it('“Share → Timegrove” starts a timer with what is shared, without a connection as well', async () => {
    const shared = '/start?title=A%20garden%20plan&text=https%3A%2F%2Fexample.org%2Fplan';
    await cut(page, async () => {
      await page.goto(stage.url + shared);
      await stopButton(page).waitFor();
      expect(await note(page).inputValue()).toBe('A garden plan https://example.org/plan');
      await page.reload();
      await stopButton(page).waitFor();
    });
    const started = () => named(page, 'A garden plan https://example.org/plan');
    await expect.poll(started).toEqual([expect.objectContaining({ task: null, stoppedAt: null })]);
  });

  it('Stop stops it, without a connection as well', async () => {
    // What is kept of the last answers is written a second after them.
    await page.waitForTimeout(1500);
    await cut(page, async () => {
      await stopByLink();
    });
    await expect.poll(() => running(page)).toBeUndefined();
    await page.goto(`${stage.url}/stop`);
    await page.getByText('No timer is running.').waitFor();
  });

  it('Start last starts the task that was tracked on last, without a connection as well', async () => {
    await pickOnPhone(page, 'Learning');
    await startButton(page).tap();
    await stopButton(page).tap();
    await startButton(page).waitFor();
    await page.goto(`${stage.url}/start?last=true`);
    await stopButton(page).waitFor();
    await expect.poll(async () => (await running(page))?.task?.name).toBe('Learning');
    await stopByLink();
    await cut(page, async () => {
      await page.goto(`${stage.url}/start?last=true`);
      await stopButton(page).waitFor();
    });
    await expect.poll(async () => (await running(page))?.task?.name).toBeTruthy();
    await stopByLink();
  });

  it('Add opens the form, without a connection as well', async () => {
    await page.context().setOffline(true);
    await page.goto(`${stage.url}/?add=true`);
    await page.getByRole('dialog', { name: 'Add time' }).waitFor();
    await page.context().setOffline(false);
  });

  it('a note alone asks for the task, without a complaint', async () => {
    await page.goto(`${stage.url}/start?note=Call%20back`);
    const form = page.getByRole('main');
    await form.getByRole('button', { name: 'Start the timer' }).waitFor();
    expect(await form.getByLabel('Note').inputValue()).toBe('Call back');
    expect(await form.getByRole('alert').count()).toBe(0);
    // A stop before may still be on its way; a start of this link would stay.
    await expect.poll(() => running(page)).toBeUndefined();
  });
});

describe('the installed app', () => {
  let phone: Phone;
  let page: Page;

  beforeAll(async () => {
    phone = await aPhone();
    page = phone.context.pages()[0] ?? (await phone.context.newPage());
    await signIn(page, stage.url, demo.administrator);
    await settled(page);
  }, 60_000);
  afterAll(async () => phone.end());
  beforeEach(async () => {
    await page.goto(stage.url);
    await startButton(page).or(stopButton(page)).waitFor();
  });

  /** What is shown as notifications, in the words of the service worker. */
  const notices = async () =>
    (await phone.worker()).evaluate(`registration.getNotifications().then((all) =>
      all.map(({ title, body, silent, requireInteraction, actions }) =>
        ({ title, body, silent, requireInteraction, actions: actions.map(({ action }) => action) })))`);
  /** Presses a button of the notification, as the system would tell the service worker. */
  const press = async (action: string) =>
    (await phone.worker()).evaluate(`registration.getNotifications().then(([notification]) => {
      dispatchEvent(new NotificationEvent('notificationclick', { notification, action: '${action}' }));
    })`);

  /** What the server says that runs, whatever the window shows. */
  const timer = async () => (await page.request.get(`${stage.url}/api/timer`)).json();

  it('can be installed, and its manifest is found without fault in every language', async () => {
    const devtools = await phone.context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    for (const language of ['de', 'pl', 'en']) {
      await ask(page, 'PATCH', '/api/me', { language });
      // The language of the last visit is there from the beginning; a new one comes with the member.
      await page.reload();
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.reload();
      const found = async () => devtools.send('Page.getAppManifest');
      const path = language === 'en' ? '/manifest.webmanifest' : `.${language}.`;
      await expect.poll(async () => (await found()).url).toContain(path);
      expect((await found()).errors).toEqual([]);
    }
  });

  it('shows the running timer as a notification, once that is wished, and no longer than it runs', async () => {
    await pickOnPhone(page, 'Wireframes');
    await startButton(page).tap();
    await timerBar(page).getByRole('button', { name: 'More for this timer' }).tap();
    expect(await notices()).toEqual([]);
    await page.getByRole('menuitemcheckbox', { name: 'Show as a notification' }).tap();
    await expect.poll(notices).toEqual([
      {
        title: 'Wireframes',
        body: expect.stringMatching(/^Harbour Museum › Exhibition website\nsince \d\d:\d\d$/),
        silent: true,
        requireInteraction: true,
        actions: ['stop', 'open'],
      },
    ]);
    await note(page).fill('Two columns');
    await note(page).press('Enter');
    await expect
      .poll(notices)
      .toEqual([expect.objectContaining({ body: expect.stringContaining('Two columns') })]);
    await pickOnPhone(page, 'Script');
    await expect.poll(notices).toEqual([expect.objectContaining({ title: 'Script' })]);
    await expect.poll(async () => (await running(page))?.task?.name).toBe('Script');
    await ask(page, 'POST', `/api/timers/${(await running(page))?.id}/stop`, {});
    await expect.poll(notices).toEqual([]);
  });

  it('stops by the notification at once in an open window', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    await press('stop');
    await startButton(page).waitFor();
    await expect.poll(() => running(page)).toBeUndefined();
    await expect.poll(notices).toEqual([]);
  });

  it('stops by the notification also when the browser has ended the service worker meanwhile', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    await page.goto('about:blank');
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    // Whatever the worker answers starts it.
    await page.goto(`${stage.url}/icon.svg`);
    const fresh = async () => (await phone.worker()).evaluate('self.outbox === undefined');
    await expect.poll(fresh).toBe(true);
    await press('stop');
    await expect.poll(timer).toMatchObject({ running: null });
  });

  it('stops by the notification while the app is closed; opened offline, it knows that', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    // What is kept of the last answers is written a second after them.
    await page.waitForTimeout(1500);
    await page.goto('about:blank');
    await press('stop');
    await expect.poll(notices).toEqual([]);
    await expect.poll(timer).toMatchObject({ running: null });
    await phone.context.setOffline(true);
    await page.goto(stage.url);
    await startButton(page).waitFor();
    await phone.context.setOffline(false);
  });

  it('keeps a stop by the notification while the server is away, as of the moment it was pressed', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    await page.goto('about:blank');
    await stage.loseServer();
    await press('stop');
    const pressed = Date.now();
    await expect.poll(notices).toEqual([]);
    await stage.raiseServer();
    await page.waitForTimeout(2000);
    await page.goto(stage.url);
    await startButton(page).waitFor();
    await expect.poll(() => running(page)).toBeUndefined();
    const stopped = Date.parse((await entriesOf(page)).at(-1)?.stoppedAt ?? '');
    expect(Math.abs(stopped - pressed)).toBeLessThan(1500);
  });

  it('sends what waits when the browser says that the network is back, without a window; opened offline, the app knows that', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    // What is kept of the last answers is written a second after them.
    await page.waitForTimeout(1500);
    await page.goto('about:blank');
    await stage.loseServer();
    await press('stop');
    await expect.poll(notices).toEqual([]);
    await stage.raiseServer();
    await (
      await phone.worker()
    ).evaluate(`dispatchEvent(new SyncEvent('sync', { tag: 'outbox', lastChance: false }))`);
    await expect.poll(timer).toMatchObject({ running: null });
    await phone.context.setOffline(true);
    await page.goto(stage.url);
    await startButton(page).waitFor();
    await phone.context.setOffline(false);
  });

  it('takes the notification away when nobody is signed in any more', async () => {
    await startButton(page).tap();
    await expect.poll(notices).toHaveLength(1);
    await page.getByRole('button', { name: 'You' }).tap();
    await page.getByRole('menuitem', { name: 'Sign out' }).tap();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await expect.poll(notices).toEqual([]);
  });
});
