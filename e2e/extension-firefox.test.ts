import { newId } from '@timegrove/contract/new-id.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { example } from '@timegrove/providers/planner/page-example.ts';
import type { Page } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from './stage/ask.ts';
import { openExtendedFirefox, type ExtendedFirefox } from './stage/firefox.ts';
import { importAll, nodeOf, placed } from './stage/imported.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, startButton, stopButton } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

/** The same extension in Firefox: one story of one administrator, told in order. */

const stage = useStage('filled');

let firefox: ExtendedFirefox;
/** The web app of the same person, in Chromium: another client of the one timer. */
let web: Page;
let popup: FirefoxPage;

beforeAll(async () => {
  web = await stage.window();
  await signIn(web, stage.url, demo.administrator);
  await importAll(web, 'planner', stage.vendorOf('planner'));
  firefox = await openExtendedFirefox();
}, 150_000);
afterAll(async () => firefox?.close());

const button = (page: FirefoxPage, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(15_000);
const field = (page: FirefoxPage, selector: string) =>
  page.locator(`input${selector}`).setTimeout(15_000);
const text = async (page: FirefoxPage): Promise<string> =>
  page.evaluate(() => document.body.innerText);

/** The task of the timer that the server knows to run. */
async function running(): Promise<string | null | undefined> {
  const timer = readTimer.output.parse(await ask(web, 'GET', '/api/timer'));
  return timer.running === null ? undefined : (timer.running.task?.id ?? null);
}

describe('in Firefox', () => {
  it('a browser connects with a token, once the permission is given', async () => {
    const body = { id: newId<'token'>(), name: 'Firefox', scopes: ['read', 'track'] };
    const made = await ask(web, 'POST', '/api/tokens', { ...body, expiresAt: null });
    const { secret } = z.object({ secret: z.string() }).parse(made);
    const options = await firefox.openOwn('options.html');
    await button(options, 'Use an API token instead').click();
    await field(options, '[placeholder^=https]').fill(stage.url);
    await field(options, '[type=password]').fill(secret);
    await button(options, 'Connect').click();
    await expect.poll(() => text(options)).toMatch(/^Connected$/m);
    await options.close();
  });

  it('the popup starts and stops the one timer, and follows it', async () => {
    popup = await firefox.openOwn('popup.html');
    await button(popup, 'Start timer').click();
    await stopButton(web).waitFor();
    await expect.poll(() => popup.evaluate('browser.action.getBadgeText({})')).toBe('0:00');
    await stopButton(web).click();
    await button(popup, 'Start timer').wait();
    await startButton(web).click();
    await button(popup, 'Stop tracking').click();
    await startButton(web).waitFor();
  });

  it('the popup finds a task and starts on it by the keyboard', async () => {
    await field(popup, '[role=combobox]').click();
    await popup.keyboard.type('wireframes');
    await expect.poll(() => text(popup)).toContain('Exhibition website');
    await popup.keyboard.press('Enter');
    await expect.poll(() => pickerOf(web).innerText()).toContain('Wireframes');
    await button(popup, 'Stop tracking').click();
    await startButton(web).waitFor();
  });

  it('a button beside the task of a vendor starts and stops on exactly that task', async () => {
    const tree = await stage.vendorOf('planner').tree();
    const node = nodeOf(tree, 'task', 'Design contact form – feedback');
    const { item, above, taskId } = await placed(web, 'planner', tree, node);
    const { address, body } = example.show(item, above);
    const page = await firefox.openPlayed(address, body.markup);
    const host = await page.waitForSelector('timegrove-button');
    await host?.click();
    await expect.poll(running).toBe(taskId);
    await stopButton(web).waitFor();
    await host?.click();
    await expect.poll(running).toBeUndefined();
    await page.close();
  });
});
