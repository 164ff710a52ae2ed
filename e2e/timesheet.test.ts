import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let page: Page;

beforeAll(async () => {
  page = await stage.window();
  await signIn(page, stage.url, demo.user);
});

async function openDay(day: string, on = page): Promise<void> {
  await on.goto(`${stage.url}/?day=${day}`);
  await on.getByRole('button', { name: 'Add time' }).first().waitFor();
}

/** Opens the drawer to add time by hand. */
async function openDrawer(): Promise<Locator> {
  await page.getByRole('button', { name: 'Add time' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Add time' });
  await drawer.getByLabel('Start').waitFor();
  return drawer;
}

async function type(drawer: Locator, field: string, text: string): Promise<void> {
  await drawer.getByLabel(field, { exact: true }).fill(text);
  await drawer.getByLabel(field, { exact: true }).press('Tab');
}

function valueOf(drawer: Locator, field: string): Promise<string> {
  return drawer.getByLabel(field, { exact: true }).inputValue();
}

async function save(drawer: Locator, button: 'Add time' | 'Save'): Promise<void> {
  await drawer.getByRole('button', { name: button }).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** The lines of the day as a person reads them. */
async function linesOf(on = page): Promise<string[]> {
  const lines = on.getByRole('main').locator('.entry');
  return (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

async function expectLine(wanted: string | RegExp): Promise<void> {
  await expect.poll(() => linesOf()).toContainEqual(expect.stringMatching(wanted));
}

describe('time by hand', () => {
  it('is added with a task, times as people type them, and a note', async () => {
    await openDay('2026-03-10');
    await page.getByText('No time on this day').waitFor();
    const drawer = await openDrawer();
    await drawer.getByRole('button', { name: /^Task/ }).click();
    await drawer.getByRole('combobox', { name: 'Search tasks' }).fill('wire');
    await drawer.getByRole('option', { name: /Wireframes/ }).click();
    await type(drawer, 'Start', '905');
    await type(drawer, 'End', '10.35');
    expect(await valueOf(drawer, 'Start')).toBe('09:05');
    expect(await valueOf(drawer, 'Duration')).toBe('1:30');
    await drawer.getByLabel('Note').fill('First <b>draft</b>');
    await save(drawer, 'Add time');
    await expectLine(/Wireframes.*First <b>draft<\/b>.*09:05 – 10:35 1:30/);
  });

  it('is changed: the end follows the duration', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Wireframes/ })
      .click();
    const drawer = page.getByRole('dialog', { name: 'Edit entry' });
    await type(drawer, 'Duration', '45m');
    expect(await valueOf(drawer, 'End')).toBe('09:50');
    await save(drawer, 'Save');
    await expectLine(/09:05 – 09:50 0:45/);
  });

  it('is deleted and brought back', async () => {
    await page.getByRole('button', { name: 'Delete Wireframes' }).click();
    await page.getByText('No time on this day').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectLine(/Wireframes.*09:05 – 09:50 0:45/);
    await page.reload();
    await expectLine(/Wireframes.*09:05 – 09:50 0:45/);
  });

  it('fills a gap of the day where it is clicked', async () => {
    const first = await openDrawer();
    await type(first, 'Start', '11');
    await type(first, 'End', '12');
    await save(first, 'Add time');
    await page.getByRole('button', { name: /1:10 not tracked/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Add time' });
    expect(await valueOf(drawer, 'Start')).toBe('09:50');
    expect(await valueOf(drawer, 'End')).toBe('11:00');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });
});

describe('an entry over midnight', () => {
  it('belongs to the day on which it started', async () => {
    await openDay('2026-03-20');
    const drawer = await openDrawer();
    await type(drawer, 'Start', '23:00');
    await type(drawer, 'End', '1:15');
    await drawer.getByText('on the next day').waitFor();
    expect(await valueOf(drawer, 'Duration')).toBe('2:15');
    await save(drawer, 'Add time');
    await expectLine(/23:00 – 01:15 ?\+1 2:15/);
    await openDay('2026-03-21');
    await page.getByText('No time on this day').waitFor();
  });
});

describe('a day on which the clock is changed', () => {
  it.each([
    { day: '2026-03-29', what: '23 hours', duration: '1:00' },
    { day: '2026-10-25', what: '25 hours', duration: '3:00' },
  ])('of $what is counted as it passed', async ({ day, duration }) => {
    await openDay(day);
    const drawer = await openDrawer();
    await type(drawer, 'Start', '1:30');
    await type(drawer, 'End', '3:30');
    expect(await valueOf(drawer, 'Duration')).toBe(duration);
    await save(drawer, 'Add time');
    await expectLine(`01:30 – 03:30 ${duration}`);
  });

  it('reads the same for somebody who has travelled on, with its place', async () => {
    const far = await stage.window({ timezoneId: 'America/New_York' });
    await signIn(far, stage.url, demo.user);
    await openDay('2026-03-29', far);
    await expect
      .poll(() => linesOf(far))
      .toContainEqual(expect.stringMatching('01:30 – 03:30 ?Berlin 1:00'));
    await far.context().close();
  });
});

describe('wrong input', () => {
  it('is answered while it is typed, in a sentence', async () => {
    await openDay('2026-03-11');
    const drawer = await openDrawer();
    await type(drawer, 'End', '25:99');
    await drawer.getByText('Type a time like 9:05.').waitFor();
    await type(drawer, 'End', '17');
    await type(drawer, 'Duration', 'a while');
    await drawer.getByText('Type a duration like 1:30, 1.5 or 45m.').waitFor();
    await type(drawer, 'Duration', '1.5');
    expect(await valueOf(drawer, 'Duration')).toBe('1:30');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('that breaks a rule is refused with the rule, and nothing typed is lost', async () => {
    stage.expectAnswer(page, { status: 422, path: '/api/entries' });
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await openDay(soon);
    const drawer = await openDrawer();
    await type(drawer, 'Start', '9');
    await type(drawer, 'End', '10');
    await drawer.getByLabel('Note').fill('From the future');
    await drawer.getByRole('button', { name: 'Add time' }).click();
    await drawer.getByText('Time in the future cannot be tracked.').waitFor();
    expect(await valueOf(drawer, 'Note')).toBe('From the future');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });
});

describe('the keyboard alone', () => {
  it('opens the picker with T, chooses, starts and stops', async () => {
    await openDay('2026-03-12');
    await page.getByText('No time on this day').waitFor();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Search tasks' }).waitFor();
    // Enter comes faster than any answer, and must not take what was listed before.
    await page.keyboard.type('Player app');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Task of the timer.*Player app/ }).waitFor();
    await page.getByLabel('Note').focus();
    await page.keyboard.type('Without a mouse');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  });
});
