import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { example as meistertask } from '@timegrove/providers/meistertask/page-example.ts';
import { page as meistertaskPage } from '@timegrove/providers/meistertask/page.ts';
import { example as planner } from '@timegrove/providers/planner/page-example.ts';
import { page as plannerPage } from '@timegrove/providers/planner/page.ts';
import { example as toggl } from '@timegrove/providers/toggl/page-example.ts';
import { page as togglPage } from '@timegrove/providers/toggl/page.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from './stage/ask.ts';
import { openExtendedBrowser, type ExtendedBrowser } from './stage/extension.ts';
import { importAll, nodeOf, placed } from './stage/imported.ts';
import { inPage } from './stage/in-page.ts';
import { picture } from './stage/picture.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, startButton, stopButton } from './stage/timer-bar.ts';
import { inOpenPopup } from './stage/true-popup.ts';
import { useStage } from './stage/use-stage.ts';
import { playVendor, type PlacedItem, type VendorSite } from './stage/vendor-site.ts';

/**
 * The timer where the work is: buttons that the extension puts into the vendors' pages, under their
 * true addresses. One story of one administrator, told in order.
 */

const stage = useStage('filled');

const vendors = {
  meistertask: { page: meistertaskPage, example: meistertask },
  planner: { page: plannerPage, example: planner },
  toggl: { page: togglPage, example: toggl },
} as const;
const vendorIds = ['meistertask', 'planner', 'toggl'] as const;
type VendorId = (typeof vendorIds)[number];

// Every vendor has tasks of these names, so that a name alone would not find the right one.
const first = 'Design contact form – feedback';
const second = 'Plan landing page (second round)';

let browser: ExtendedBrowser;
/** The web app of the same person: another client of the one timer. */
let web: Page;
let tokenId: string;
const sites = new Map<VendorId, VendorSite>();

beforeAll(async () => {
  web = await stage.window();
  await signIn(web, stage.url, demo.administrator);
  for (const id of vendorIds) await importAll(web, id, stage.vendorOf(id));
  browser = await openExtendedBrowser();
  for (const id of vendorIds) sites.set(id, await playVendor(browser.context, vendors[id]));
}, 300_000);
afterAll(async () => browser.close());

function siteOf(id: VendorId): VendorSite {
  const site = sites.get(id);
  if (site === undefined) throw new Error(`${id} is not played`);
  return site;
}

/** A task or project of a vendor, as it is there and as it was imported. */
async function itemAt(id: VendorId, name: string, kind = 'task') {
  const tree = await stage.vendorOf(id).tree();
  return placed(web, id, tree, nodeOf(tree, kind, name));
}

/** The task of the timer that the server knows to run. */
async function running(): Promise<string | null> {
  const { running } = readTimer.output.parse(await ask(web, 'GET', '/api/timer'));
  return running?.task?.id ?? null;
}

function openAddresses(): string {
  return browser.context
    .pages()
    .map((page) => page.url())
    .join(' ');
}

/** What stands in the fields of the popup; '' while it is not open. */
async function typedInPopup(): Promise<string> {
  const fields = `[...document.querySelectorAll('input')].map(({ value }) => value).join()`;
  return inOpenPopup(browser.context, fields).catch(() => '');
}

/** The integration of a vendor. */
async function integrationOf(id: VendorId): Promise<string> {
  const { integrations } = z
    .object({ integrations: z.array(z.object({ id: z.string(), provider: z.string() })) })
    .parse(await ask(web, 'GET', '/api/integrations'));
  return integrations.find(({ provider }) => provider === id)?.id ?? '';
}

async function connect(): Promise<void> {
  tokenId = newId<'token'>();
  const body = { id: tokenId, name: 'Browser', scopes: ['read', 'track'], expiresAt: null };
  const answer = await ask(web, 'POST', '/api/tokens', body);
  await browser.connect(stage.url, z.object({ secret: z.string() }).parse(answer).secret);
}

/** Opens the page of an item, with its buttons. @param body in place of what the vendor shows */
async function open(id: VendorId, placed: PlacedItem, body?: string) {
  const page = await siteOf(id).open(placed, body);
  const [start, stop] = ['Start timer', 'Stop tracking'].map(
    (word) => `${word}: ${placed.item.name}`,
  );
  return { page, buttons: await inPage(page), start: start ?? '', stop: stop ?? '' };
}

describe('a browser that is not connected', () => {
  it('says so beside the task, and leads to where it is connected', async () => {
    const { page, buttons, start } = await open('planner', await itemAt('planner', first));
    await buttons.press(start);
    await buttons.waitForText('This browser is not connected to a Timegrove server yet.');
    await picture(page, 'extension/not-connected');
    await buttons.press('Connect…');
    await expect.poll(openAddresses).toContain('options.html');
    await connect();
    await page.bringToFront();
    await buttons.waitFor(start, '');
    await buttons.press(start);
    await expect.poll(running).not.toBe(null);
    await stopButton(web).click();
    await page.close();
  });
});

describe.each(vendorIds)('an open task at %s', (id) => {
  it('is started on exactly that imported task, and seen in the web at once', async () => {
    const task = await itemAt(id, first);
    const { page, buttons, start, stop } = await open(id, task);
    await buttons.press(start);
    await stopButton(web).waitFor({ timeout: 5000 });
    expect(await running()).toBe(task.taskId);
    expect(await pickerOf(web).innerText()).toContain(first);
    await buttons.waitFor(stop);
    await picture(page, `extension/${id}-running`);
    await buttons.press(stop);
    await startButton(web).waitFor({ timeout: 5000 });
    await buttons.waitFor(start);
    await picture(page, `extension/${id}`);
    await page.close();
  });

  it('follows what is done in the web', async () => {
    const task = await itemAt(id, first);
    const { page, buttons, start, stop } = await open(id, task);
    await buttons.waitFor(start);
    await ask(web, 'POST', '/api/timers', {
      id: newId<'entry'>(),
      taskId: task.taskId,
      note: '',
      zone: 'Europe/Berlin',
    });
    await buttons.waitFor(stop);
    await stopButton(web).click();
    await buttons.waitFor(start);
    await page.close();
  });
});

describe('a project at toggl', () => {
  it('has a button of its own', async () => {
    const { above } = await itemAt('toggl', first);
    const project = above.at(-1);
    if (project === undefined) throw new Error('the task lies in no project');
    const { page, buttons, start, stop } = await open('toggl', {
      item: project,
      above: above.slice(0, -1),
    });
    await buttons.press(start);
    await buttons.press(stop);
    await buttons.waitFor(start);
    await page.close();
  });
});

describe('a page that is alive', () => {
  it('gets its button when the task comes late', async () => {
    const task = await itemAt('meistertask', first);
    const { page, buttons, start } = await open('meistertask', task, '<div id="root"></div>');
    await page.waitForTimeout(1500);
    expect(await buttons.names()).toEqual([]);
    await page.evaluate((body) => {
      document.body.innerHTML = body;
    }, siteOf('meistertask').bodyOf(task));
    await buttons.press(start);
    await buttons.press(start.replace('Start timer', 'Stop tracking'));
    await buttons.waitFor(start);
    await page.close();
  });

  it('keeps one button while its head is drawn anew again and again', async () => {
    const task = await itemAt('meistertask', first);
    const { page, buttons, start } = await open('meistertask', task);
    await buttons.waitFor(start);
    await page.evaluate(async () => {
      for (let at = 0; at < 10; at += 1) {
        const head = document.querySelector('[role="dialog"] header');
        head?.replaceWith(head.cloneNode(true));
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    });
    await buttons.waitFor(start);
    expect(await page.locator('timegrove-button').count()).toBe(1);
    // And then there is peace.
    const changes = await page.evaluate(async () => {
      let seen = 0;
      const observer = new MutationObserver((records) => (seen += records.length));
      observer.observe(document, { childList: true, subtree: true });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return seen;
    });
    expect(changes).toBe(0);
    await buttons.press(start);
    await stopButton(web).click();
    await page.close();
  });

  it('shows the button of what is open now, after going on inside the page', async () => {
    const [one, other] = [await itemAt('planner', first), await itemAt('planner', second)];
    const { page, buttons, start, stop } = await open('planner', one);
    await buttons.press(start);
    await buttons.waitFor(stop);
    await siteOf('planner').goOn(page, other);
    await buttons.waitFor(`Start timer: ${second}`);
    expect(await buttons.names()).toEqual([`Start timer: ${second}`]);
    await buttons.press(`Start timer: ${second}`);
    await expect.poll(running).toBe(other.taskId);
    await page.goBack();
    await page.evaluate((body) => {
      document.body.innerHTML = body;
    }, siteOf('planner').bodyOf(one));
    await buttons.waitFor(start);
    await page.evaluate(() => {
      history.pushState(null, '', location.pathname);
    });
    await expect.poll(buttons.names).toEqual([]);
    await stopButton(web).click();
    await page.close();
  });

  it('is the same in two tabs', async () => {
    const task = await itemAt('planner', first);
    const [here, there] = [await open('planner', task), await open('planner', task)];
    await here.buttons.press(here.start);
    await there.buttons.waitFor(there.stop);
    await there.buttons.press(there.stop);
    await here.buttons.waitFor(here.start);
    await here.page.close();
    await there.page.close();
  });

  it('works when the background was ended', async () => {
    const { page, buttons, start, stop } = await open('planner', await itemAt('planner', first));
    await buttons.waitFor(start);
    await browser.killBackground();
    await page.bringToFront();
    await buttons.press(start);
    await stopButton(web).waitFor();
    await browser.killBackground();
    await page.bringToFront();
    await stopButton(web).click();
    await buttons.waitFor(start);
    expect(stop).not.toBe(start);
    await page.close();
  });
});

describe('a server that is away', () => {
  it('is told of the stop when it is back, and not before is it called stopped', async () => {
    const { page, buttons, start, stop } = await open('planner', await itemAt('planner', first));
    await buttons.press(start);
    await stopButton(web).waitFor();
    stage.expectAnswer(web, { status: 0, path: '/api' });
    await stage.loseServer();
    await buttons.press(stop);
    await buttons.waitFor(stop.replace('Stop tracking', 'Stopping…'));
    await buttons.press(stop.replace('Stop tracking', 'Stopping…'));
    await buttons.waitForText('Not stopped yet: the server has not confirmed it.');
    await picture(page, 'extension/stopping');
    await stage.raiseServer();
    await buttons.waitFor(start);
    await expect.poll(running).toBe(null);
    await page.close();
  });
});

describe('what cannot be tracked on', () => {
  it('is not imported yet: it is synchronized, and then started', async () => {
    const known = await itemAt('planner', first);
    const made = await stage.vendorOf('planner').act({
      do: 'create',
      kind: 'task',
      name: 'Never seen before',
      parent: known.above.at(-1)?.remoteId,
    });
    const item = { ...known.item, remoteId: made.id, name: made.name };
    const url = known.item.url?.replace(known.item.remoteId, made.id) ?? null;
    const { page, buttons, start, stop } = await open('planner', {
      item: { ...item, url },
      above: known.above,
    });
    await buttons.press(start);
    await buttons.waitForText('This is not imported into Timegrove yet.');
    await picture(page, 'extension/not-imported');
    await buttons.press('Synchronize');
    await buttons.waitFor(start, '');
    await buttons.press(start);
    await buttons.waitFor(stop);
    await expect.poll(running).toBe((await itemAt('planner', made.name)).taskId);
    await stopButton(web).click();
    await page.close();
  });

  it('was archived meanwhile', async () => {
    const task = await itemAt('planner', second);
    const { page, buttons, start } = await open('planner', task);
    await buttons.waitFor(start, '');
    await stage.vendorOf('planner').act({ do: 'archive', kind: 'task', id: task.item.remoteId });
    const id = await integrationOf('planner');
    await ask(web, 'POST', `/api/integrations/${id}/synchronize`, {});
    await buttons.waitFor(start, 'This is archived in Timegrove');
    await buttons.press(start);
    await buttons.waitFor('Choose a task…');
    await picture(page, 'extension/archived');
    await page.close();
  });

  it('is one of several of its name: a person says which', async () => {
    const vendor = stage.vendorOf('toggl');
    const { above } = await itemAt('toggl', first);
    const parent = above.at(-1)?.remoteId;
    const twin = { do: 'create', kind: 'task', name: 'Twin', parent } as const;
    const [, other] = [await vendor.act(twin), await vendor.act(twin)];
    const item = { ...(await itemAt('toggl', first)).item, remoteId: other.id, name: 'Twin' };
    const { page, buttons, start, stop } = await open('toggl', { item, above });
    await buttons.waitFor(start, 'This is not imported into Timegrove. An administrator brings it');
    const selection = `/api/integrations/${await integrationOf('toggl')}/selection`;
    await ask(web, 'PUT', selection, { selection: { mode: 'all' } });
    await buttons.waitFor(start, 'Several tasks in Timegrove have this name');
    await buttons.press(start);
    await picture(page, 'extension/several');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await buttons.waitFor(stop);
    await buttons.press(stop);
    await buttons.waitFor(start);
    await page.close();
  });

  it('is put aside for a task that a person chooses in the popup', async () => {
    const { above, item } = await itemAt('toggl', first);
    const strange = { ...item, name: 'Not at all imported' };
    const { page, buttons, start } = await open('toggl', { item: strange, above });
    await buttons.waitFor(start, 'This is not imported into Timegrove');
    await buttons.press(start);
    await buttons.press('Choose a task…');
    await expect.poll(typedInPopup).toContain(strange.name);
    await page.close();
  });

  it('has no place for a button: the popup says so, until there is one', async () => {
    const task = await itemAt('meistertask', first);
    const { page, buttons, start } = await open('meistertask', task, '<main>Built anew</main>');
    await page.waitForTimeout(4000);
    expect(await buttons.names()).toEqual([]);
    const popup = await browser.openOwn('popup.html');
    await popup.getByText('A button lost its place').waitFor();
    await picture(popup, 'extension/lost-place');
    await page.bringToFront();
    await page.evaluate((body) => {
      document.body.innerHTML = body;
    }, siteOf('meistertask').bodyOf(task));
    await buttons.waitFor(start);
    await popup.getByText('A button lost its place').waitFor({ state: 'detached' });
    await popup.close();
    await page.close();
  });

  it('is refused once the connection was revoked', async () => {
    const { page, buttons, start } = await open('planner', await itemAt('planner', first));
    await buttons.waitFor(start);
    await ask(web, 'DELETE', `/api/tokens/${tokenId}`);
    await buttons.waitFor(start, 'Timegrove does not let this browser in any more');
    await buttons.press(start);
    await buttons.waitFor('Connect…');
    await picture(page, 'extension/revoked');
    await page.close();
  });
});
