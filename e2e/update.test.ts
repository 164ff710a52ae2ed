import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newerMark, openDoor, type Door } from './stage/door.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let door: Door;

beforeAll(async () => {
  door = await openDoor(stage.url);
});
afterAll(() => door.close());

function notice(page: Page): Locator {
  return page.getByText('A new version is ready.');
}

async function isNewer(page: Page): Promise<boolean> {
  return (await page.content()).includes(newerMark);
}

/** Looks for a newer build as an open window does by itself every hour. */
async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

it('a newer version waits until somebody wants it, in every window', async () => {
  const one = await stage.windowAt(door.url);
  await signIn(one, door.url, demo.user);
  await one.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const other = await stage.beside(one, door.url);
  await other.goto(`${door.url}/projects`);
  await other.getByRole('heading', { name: 'Projects' }).waitFor();

  door.renew();
  await timerBar(one).getByLabel('Note').fill('Not lost by an update');
  await lookForNewer(one);
  await notice(one).waitFor();
  await notice(other).waitFor();
  expect(await timerBar(one).getByLabel('Note').inputValue()).toBe('Not lost by an update');

  // Nobody said yes, so even a reload shows the version that is at work.
  await other.reload();
  await notice(other).waitFor();
  expect(await isNewer(other)).toBe(false);

  const loaded = one.waitForEvent('load');
  await one.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await expect.poll(() => isNewer(one)).toBe(true);
  await timerBar(one).waitFor();
  expect(await notice(one).count()).toBe(0);

  // The other window keeps its files until it is told to go along.
  await notice(other).waitFor();
  expect(await isNewer(other)).toBe(false);
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => isNewer(other)).toBe(true);
  await other.getByRole('heading', { name: 'Projects' }).waitFor();
  expect(await notice(other).count()).toBe(0);

  stage.expectAnswer(one, { status: 0, path: '/' });
  stage.expectAnswer(other, { status: 0, path: '/' });
  await one.context().setOffline(true);
  await one.reload();
  await timerBar(one).waitFor();
  expect(await isNewer(one)).toBe(true);
});
