import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { goTo, lineOf, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pickerOf, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');

async function copied(page: Page): Promise<string> {
  return page.evaluate(async () => navigator.clipboard.readText());
}

it('the start link of a task is copied from its menu, and starts the timer of whoever opens it', async () => {
  const page = await stage.window();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, stage.url, demo.user);
  await goTo(page, 'Projects');
  await openBranch(page, 'Harbour Museum');
  await openBranch(page, 'Exhibition website');
  await lineOf(page, 'Wireframes').hover();
  await page.getByRole('button', { name: 'Actions for Wireframes' }).click();
  await page.getByRole('menuitem', { name: 'Copy start link' }).click();
  await page.getByText('Link copied. Whoever opens it starts the timer on Wireframes.').waitFor();
  const link = await copied(page);

  const other = await stage.window();
  await signIn(other, stage.url, demo.supervisor);
  await other.goto(`${link}&note=Stand-up`);
  await stopButton(other).waitFor();
  expect(await pickerOf(other).innerText()).toContain('Wireframes');
  expect(await timerBar(other).getByLabel('Note').inputValue()).toBe('Stand-up');
  expect(await stopButton(page).count()).toBe(0);
});

it('where the browser keeps a page from the clipboard, the link is shown', async () => {
  const page = await stage.window();
  // As over plain http.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await signIn(page, stage.url, demo.user);
  await goTo(page, 'Projects');
  await lineOf(page, 'Harbour Museum').click();
  await page.getByRole('button', { name: 'Copy start link' }).click();
  await page.getByText('Copy this link').waitFor();
  await page.getByText(/\/start\?task=[0-9a-f-]{36}$/).waitFor();
});
