import { addressOf } from '@timegrove/contract/client.ts';
import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Locator, Page } from 'playwright-core';
import { ask } from './ask.ts';

/** The day that it is in the windows of the stage. */
export const today = dayOf(Date.now(), 'Europe/Berlin');

/** Waits until this browser keeps the app, its last state, and the tasks. */
export async function settled(page: Page): Promise<void> {
  // Not `expect.poll`, which only works inside of a test.
  while (!(await page.evaluate(keepsAll))) await page.waitForTimeout(50);
  // The last state is written a second after the last answer.
  await page.waitForTimeout(1500);
}

/** Runs in the window. */
async function keepsAll(): Promise<boolean> {
  if (navigator.serviceWorker.controller === null) return false;
  const open = indexedDB.open('timegrove');
  await new Promise((resolve) => open.addEventListener('success', resolve));
  const keys = open.result.transaction('kept').objectStore('kept').getAllKeys();
  await new Promise((resolve) => keys.addEventListener('success', resolve));
  open.result.close();
  return keys.result.length === 2;
}

/** The member's entries of some days as the server has them, asked by their own session. */
export async function entriesOf(page: Page, from = today, to = today): Promise<Entry[]> {
  const answer = await ask(page, 'GET', addressOf(listEntries, { query: { from, to } }));
  return listEntries.output.parse(answer).entries;
}

/** The line that tells of a lost connection and of what waits. */
export function hint(page: Page, words: string | RegExp): Locator {
  return page.locator('.waiting-place').getByText(words);
}
