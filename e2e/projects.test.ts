import { newId } from '@timegrove/contract/new-id.ts';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { giveCredential, importPreviewed, openEnable, preview } from './stage/integration.ts';
import { lookAt } from './stage/look-at.ts';
import { goTo, lineOf, namesInTree, openBranch } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let ada: Page;

beforeAll(async () => {
  ada = await stage.window();
  await signIn(ada, stage.url, demo.administrator);
  const { demo: token } = await stage.vendor.tokens();
  await giveCredential(await openEnable(ada, 'MeisterTask'), { 'Personal access token': token });
  await preview(ada);
  await importPreviewed(ada);
  const { members } = await ask('GET', '/api/members');
  const memberIds = members.filter(({ name }) => name !== 'Ada Linden').map(({ id }) => id);
  await ask('POST', '/api/groups', { id: newId<'group'>(), name: 'Workshop', memberIds });
  await goTo(ada, 'Projects');
  await openBranch(ada, 'Bakery Sonntag');
}, 120_000);

interface Answer {
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

async function ask(method: string, path: string, data?: object): Promise<Answer> {
  const address = `${stage.url}${path}`;
  const reply = await ada.request.fetch(address, { method, ...(data && { data }) });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.json();
}

function panel(page = ada): Locator {
  return page.getByRole('complementary', { name: 'Task' });
}

function favourites(page = ada): Locator {
  return page.locator('.favourites');
}

async function openTask(name: string): Promise<void> {
  await lineOf(ada, name).click();
  await panel().getByRole('heading', { level: 2, name }).waitFor();
}

async function undo(sentence: string | RegExp): Promise<void> {
  const notice = ada.getByRole('alert').filter({ hasText: sentence });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await notice.waitFor({ state: 'detached' });
}

async function search(words: string): Promise<void> {
  await ada.getByRole('searchbox', { name: 'Search all projects and tasks' }).fill(words);
}

describe('favourites', () => {
  it('are kept in the tree and in what a search finds, and stand above the tree', async () => {
    await lineOf(ada, 'Order form').hover();
    await ada.getByRole('button', { name: 'Keep Order form as a favourite' }).click();
    await favourites().getByText('Order form').waitFor();
    await search('draft team page');
    await ada.getByRole('button', { name: 'Keep Draft team page as a favourite' }).first().click();
    await ada.getByRole('button', { name: 'Take Draft team page off the favourites' }).waitFor();
    await search('');
    await favourites().getByText('MeisterTask › Lumen Dental').waitFor();
    expect(await favourites().getByRole('listitem').count()).toBe(2);
    await openTask('Bakery Sonntag');
    await lookAt(ada, 'desktop', 'projects-favourites');
  });

  it('are started from there', async () => {
    await favourites().getByRole('button', { name: 'Start a timer on Order form' }).click();
    await timerBar(ada).getByText('Order form').waitFor();
    await favourites().getByRole('button', { name: 'Stop the timer on Order form' }).click();
    await stopButton(ada).waitFor({ state: 'hidden' });
  });

  it('fold, and go when they are taken off', async () => {
    await ada.getByRole('button', { name: /^Favourites/ }).click();
    expect(await favourites().getByRole('listitem').count()).toBe(0);
    await ada.getByRole('button', { name: /^Favourites/ }).click();
    for (const name of ['Order form', 'Draft team page'])
      await favourites()
        .getByRole('button', { name: `Take ${name} off` })
        .click();
    await favourites().waitFor({ state: 'detached' });
  });
});

describe('what a task carries', () => {
  it('has a budget, typed as people say it, and shows what is left', async () => {
    await openTask('Bakery Sonntag');
    const field = panel().getByLabel('Budget of time');
    await field.fill('400');
    await field.press('Enter');
    await panel()
      .getByText(/^\d+:\d\d of 400:00$/)
      .waitFor();
    await panel()
      .getByText(/^\d+:\d\d left$/)
      .waitFor();
    await field.fill('1:30');
    await field.press('Enter');
    await panel()
      .getByText(/^\d+:\d\d over the budget$/)
      .waitFor();
    await panel().getByRole('button', { name: 'Remove the budget' }).click();
    await panel().getByText('over the budget').waitFor({ state: 'detached' });
  });

  it('tells whose time it shows, and who has most', async () => {
    await panel().getByText('everybody’s').waitFor();
    const people = panel().locator('.people-times').getByRole('listitem');
    const hours = (await people.allInnerTexts()).map((text) => minutesOf(text));
    expect(hours.length).toBeGreaterThan(2);
    expect(hours).toEqual(hours.toSorted((one, other) => other - one));
  });

  it('has a tag that is made while it is chosen', async () => {
    const tags = panel().getByRole('combobox', { name: 'Tags' });
    await tags.fill('seasonal');
    await ada.getByRole('option', { name: 'Add “seasonal”' }).click();
    await panel().getByText('seasonal', { exact: true }).waitFor();
    await lookAt(ada, 'desktop', 'projects-fields');
  });

  it('is found by its keywords, too', async () => {
    const words = panel().getByRole('combobox', { name: 'Keywords' });
    await words.fill('croissant');
    await words.press('Enter');
    await panel().getByText('croissant', { exact: true }).waitFor();
    await search('croissant');
    await ada
      .getByRole('button', { name: /Bakery Sonntag/ })
      .first()
      .waitFor();
    await search('');
  });
});

function minutesOf(text: string): number {
  const [, hours, minutes] = /(\d+):(\d\d)$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

describe('who can track', () => {
  it('is told with the origin: which rule, and from which task above', async () => {
    await openBranch(ada, 'MeisterTask');
    await openTask('Internal');
    const line = panel().locator('.detail-people').getByRole('listitem');
    await expect
      .poll(() => line.innerText())
      .toMatch(/Ada Linden\s+by the rule of MeisterTask · inherited from MeisterTask/);
  });

  it('is everybody in a group at once, and nobody of them again', async () => {
    await panel().getByLabel('Member or group to assign').fill('Work');
    await ada.getByRole('option', { name: 'Workshop' }).click();
    await panel().getByLabel('Role', { exact: true }).selectOption('Guest');
    await lookAt(ada, 'desktop', 'projects-assign');
    await panel().getByRole('button', { name: 'Assign', exact: true }).click();
    const sam = panel().getByLabel('Role of Sam Birch');
    await sam.waitFor();
    expect(await sam.inputValue()).toBe('guest');
    await undo('Everybody in Workshop is assigned here now.');
    await sam.waitFor({ state: 'detached' });
  });

  it('is changed by hand, and what a rule gave stays removed until it is undone', async () => {
    await panel().getByRole('button', { name: 'MeisterTask' }).first().click();
    await panel().getByRole('button', { name: 'Take Ada Linden off this task' }).click();
    const gone = 'Ada Linden is no longer assigned here, and no rule';
    await panel().getByText('Nobody yet.').waitFor();
    await undo(gone);
    await panel().getByText('by hand').waitFor();
    await panel().getByLabel('Role of Ada Linden').selectOption('Guest');
    await undo('Ada Linden is assigned here now: Guest.');
    await expect
      .poll(() => panel().getByLabel('Role of Ada Linden').inputValue())
      .toBe('project-manager');
  });
});

describe('the place of a task', () => {
  it('is at the vendor for an imported one, which is said kindly', async () => {
    await openTask('Internal');
    await panel()
      .getByText(/so its name, place and state are changed there/)
      .waitFor();
    expect(await panel().getByRole('button', { name: 'Archive' }).count()).toBe(0);
    await ada.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('is chosen in a dialog, and given back', async () => {
    await lineOf(ada, 'Photo day').hover();
    await ada.getByRole('button', { name: 'Actions for Photo day' }).click();
    await ada.getByRole('menuitem', { name: 'Move…' }).click();
    const dialog = ada.getByRole('dialog', { name: 'Move to…' });
    await dialog.getByRole('searchbox').fill('harbour');
    await dialog.getByRole('button', { name: 'Harbour Museum' }).first().click();
    await undo('“Photo day” is below “Harbour Museum” now.');
    await expectBelow('Bakery Sonntag', 'Photo day');
  });

  it('is dragged in the tree', async () => {
    await lineOf(ada, 'Photo day').dragTo(lineOf(ada, 'Harbour Museum'));
    await ada.getByText('“Photo day” is below “Harbour Museum” now.').waitFor();
    await expectBelow('Harbour Museum', 'Photo day');
    await undo('“Photo day” is below “Harbour Museum” now.');
    await expectBelow('Bakery Sonntag', 'Photo day');
  });
});

async function expectBelow(project: string, name: string): Promise<void> {
  const projects = ['Bakery Sonntag', 'Fernhill internal', 'Harbour Museum', 'MeisterTask'];
  await expect
    .poll(async () => {
      const names = await namesInTree(ada);
      return names.slice(0, names.indexOf(name)).findLast((one) => projects.includes(one));
    })
    .toBe(project);
}

/** The task that the keys act on. */
async function active(): Promise<string | null> {
  const id = await ada.getByRole('tree').getAttribute('aria-activedescendant');
  return ada.locator(`[id="${id}"]`).getAttribute('aria-label');
}

describe('by keys alone', () => {
  it('a task is added, renamed, started, archived and brought back', async () => {
    await ada.getByRole('tree').focus();
    await ada.keyboard.type('bakery');
    await expect.poll(active).toMatch(/Bakery/);
    await ada.keyboard.press('Shift+Enter');
    await ada.keyboard.type('Window display');
    await ada.keyboard.press('Enter');
    await lineOf(ada, 'Window display').waitFor();
    await ada.keyboard.press('Escape');
    // Letters that follow one another belong to one word.
    await ada.waitForTimeout(1000);
    await ada.keyboard.type('window');
    await expect.poll(active).toBe('Window display');
    await ada.keyboard.press('F2');
    await ada.keyboard.press('Control+A');
    await ada.keyboard.type('Shop window');
    await ada.keyboard.press('Enter');
    await lineOf(ada, 'Shop window').waitFor();
    await ada.keyboard.press('Control+Enter');
    await timerBar(ada).getByText('Shop window').waitFor();
    await ada.keyboard.press('Control+Enter');
    await stopButton(ada).waitFor({ state: 'hidden' });
    await ada.keyboard.press('Delete');
    await lineOf(ada, 'Shop window').waitFor({ state: 'detached' });
    await undo('“Shop window” was archived');
    await lineOf(ada, 'Shop window').waitFor();
  });

  it('a task is found, opened and left again', async () => {
    await ada.getByRole('searchbox').focus();
    await ada.keyboard.type('order form');
    await ada.getByRole('button', { name: /^Order form/ }).waitFor();
    await ada.keyboard.press('ArrowDown');
    await ada.keyboard.press('Enter');
    await panel().getByRole('heading', { name: 'Order form' }).waitFor();
    await ada.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await search('');
  });
});

describe('what is archived', () => {
  it('keeps its reason and its time, and is restored', async () => {
    await openTask('Care and hosting');
    await panel().getByRole('button', { name: 'Archive' }).click();
    await ada.getByText('Archived', { exact: true }).first().click();
    await ada.getByRole('searchbox', { name: 'Search the archived tasks' }).fill('hosting');
    await ada
      .getByRole('button', { name: /Care and hosting/ })
      .first()
      .click();
    await ada
      .getByText(/^Archived here · /)
      .first()
      .waitFor();
    await panel().locator('.time-figures').getByText(/[1-9]/).first().waitFor();
    await ada.getByRole('button', { name: 'Restore Care and hosting' }).click();
    await ada.getByText('“Care and hosting” is active again.').waitFor();
    await ada.getByText('Active', { exact: true }).click();
    await search('');
    await lineOf(ada, 'Care and hosting').waitFor();
  });
});

describe('a branch of many', () => {
  it('is drawn as far as one sees, and read on while one scrolls', async () => {
    const parentId = newId<'task'>();
    await ask('POST', '/api/tasks', { id: parentId, parentId: null, name: 'Yearbook' });
    const pages = Array.from(
      { length: 520 },
      (_, at) => `Sheet ${String(at + 1).padStart(3, '0')}`,
    );
    while (pages.length > 0) {
      const some = pages.splice(0, 20).map((name) => ({ id: newId<'task'>(), parentId, name }));
      await Promise.all(some.map((task) => ask('POST', '/api/tasks', task)));
    }
    await openBranch(ada, 'Yearbook');
    await lineOf(ada, 'Sheet 001').waitFor();
    expect((await namesInTree(ada)).length).toBeLessThan(60);
    await ada.getByRole('tree').focus();
    await expect
      .poll(async () => {
        await ada.keyboard.press('End');
        return namesInTree(ada);
      })
      .toContain('Sheet 520');
    expect((await namesInTree(ada)).length).toBeLessThan(60);
  });

  it('is read on to what a search found', async () => {
    await ada.reload();
    await search('sheet 515');
    await ada.getByRole('button', { name: /^Sheet 515/ }).click();
    await search('');
    await lineOf(ada, 'Sheet 515').waitFor();
  });
});

describe('on a phone', () => {
  it('the tree and a task are two steps, and the way back leads to the same place', async () => {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const page = await stage.window(phone);
    await signIn(page, stage.url, demo.administrator);
    await goTo(page, 'Projects');
    await openBranch(page, 'MeisterTask');
    await openBranch(page, 'Internal');
    await openBranch(page, 'Backlog');
    const before = await scrolled(page);
    await lineOf(page, 'Backlog').click();
    await panel(page).getByRole('heading', { level: 2, name: 'Backlog' }).waitFor();
    expect(await page.getByRole('tree').isVisible()).toBe(false);
    expect(await scrolled(page)).toBe(0);
    await lookAt(page, 'phone', 'projects-task');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await lineOf(page, 'Backlog').waitFor();
    expect(await scrolled(page)).toBe(before);
    await lineOf(page, 'Internal').click();
    await panel(page).getByRole('heading', { level: 2, name: 'Internal' }).waitFor();
    await page.goBack();
    await lineOf(page, 'Backlog').waitFor();
    await page.context().close();
  });
});

async function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => window.scrollY);
}
