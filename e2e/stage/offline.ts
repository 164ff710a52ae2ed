import { addressOf } from '@timegrove/contract/client.ts';
import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Locator, Page } from 'playwright-core';
import { ask } from './ask.ts';

/** The day that it is in the windows of the stage. */
export function today(): string {
  return dayOf(Date.now(), 'Europe/Berlin');
}

/** Waits until this browser keeps the app, its last state, and the tasks. */
export async function settled(page: Page): Promise<void> {
  // Not `expect.poll`, which only works inside of a test.
  while (!(await keepsAll(page))) await page.waitForTimeout(50);
  // The last state is written a second after the last answer.
  await page.waitForTimeout(1500);
}

/** Waits until this browser keeps the app; it begins to a moment after the first screen. */
export async function kept(page: Page): Promise<void> {
  while (!(await keepsApp(page))) await page.waitForTimeout(50);
}

/** Waits until the server has everything that was done here. */
export async function sent(page: Page): Promise<void> {
  while ((await page.evaluate(countKept, 'outbox')) > 0) await page.waitForTimeout(50);
}

async function keepsAll(page: Page): Promise<boolean> {
  return (await keepsApp(page)) && (await page.evaluate(countKept, 'kept')) === 2;
}

async function keepsApp(page: Page): Promise<boolean> {
  return page.evaluate(() => navigator.serviceWorker.controller !== null);
}

/** Runs in the window. What has landed in the outbox only waits for newer answers. @param store of the app's own database */
async function countKept(store: string): Promise<number> {
  const open = indexedDB.open('timegrove');
  await new Promise((resolve) => open.addEventListener('success', resolve));
  const all = open.result.transaction(store).objectStore(store).getAll();
  await new Promise((resolve) => all.addEventListener('success', resolve));
  open.result.close();
  return all.result.filter(({ landed }) => landed !== true).length;
}

/** The member's entries of some days as the server has them, asked by their own session. */
export async function entriesOf(page: Page, from = today(), to = from): Promise<Entry[]> {
  const answer = await ask(page, 'GET', addressOf(listEntries, { query: { from, to } }));
  return listEntries.output.parse(answer).entries;
}

/** The line that tells of a lost connection and of what waits. */
export function hint(page: Page, words: string | RegExp): Locator {
  return page.locator('.waiting-place').getByText(words);
}
