import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { goTo } from './stage/places.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let page: Page;

beforeAll(async () => {
  page = await stage.window();
  await signIn(page, stage.url, demo.administrator);
  await startButton(page).waitFor();
});

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.id ?? '');

async function expectFocus(on: Locator): Promise<void> {
  await expect.poll(() => on.evaluate((one) => one === document.activeElement)).toBe(true);
}

describe('by the keyboard alone', () => {
  it('? shows all keys, and closing gives the focus back', async () => {
    const note = timerBar(page).getByLabel('Note');
    await note.focus();
    await page.keyboard.press('?');
    expect(await note.inputValue()).toBe('?');
    await note.fill('');
    const add = page.getByRole('main').getByRole('button', { name: 'Add time' }).first();
    await add.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.getByText('Start the timer, or stop it').waitFor();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await startButton(page).count()).toBe(1);
    await expect.poll(() => add.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('G and a letter go to the screens, take the focus along and say where one is', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    for (const [key, screen] of [
      ['p', 'Projects'],
      ['e', 'People'],
      ['i', 'Integrations'],
      ['t', 'Timesheet'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await heading(screen).waitFor();
      await expect.poll(focused).toBe('screen');
      await page.locator('output', { hasText: screen }).waitFor({ state: 'attached' });
    }
    expect(await timerBar(page).getByRole('combobox').count()).toBe(0);
  });

  it('a link of the navigation takes the focus to the screen', async () => {
    const link = page.getByRole('navigation').getByRole('link', { name: 'People' });
    await link.filter({ visible: true }).focus();
    await page.keyboard.press('Enter');
    await heading('People').waitFor();
    await expect.poll(focused).toBe('screen');
  });

  it('S starts and stops; N asks for time by hand', async () => {
    await page.keyboard.press('s');
    await stopButton(page).waitFor();
    await page.keyboard.press('s');
    await startButton(page).waitFor();
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: 'Add time' });
    await expectFocus(drawer.getByRole('button', { name: /^Task/ }));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('what takes the place of something takes over its focus', async () => {
    await startButton(page).focus();
    await page.keyboard.press('Enter');
    await expectFocus(stopButton(page));
    await page.keyboard.press('Enter');
    await expectFocus(startButton(page));
    await page.getByRole('radio', { name: 'Day' }).focus();
    for (const view of ['Week', 'Calendar']) {
      await page.keyboard.press('ArrowRight');
      await expectFocus(page.getByRole('radio', { name: view }));
    }
    await page.getByRole('button', { name: 'One day' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('button', { name: 'Whole week' }));
    await page.goto(`${stage.url}/projects`);
    const tree = page.getByRole('tree');
    await tree.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Task' });
    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(tree);
    await page.goto(stage.url);
  });

  it('the arrow keys go through the roles, and only the one that is left standing counts', async () => {
    await goTo(page, 'People');
    const role = page.getByLabel('Role of Theo Alder');
    const changes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') changes.push(request.postData() ?? '');
    });
    await role.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'Escape', 'ArrowUp']) await page.keyboard.press(key);
    expect(changes).toEqual([]);
    await page.keyboard.press('Tab');
    await expect.poll(() => changes).toEqual(['{"role":"supervisor"}']);
    await role.selectOption('administrator');
    await expect.poll(() => changes).toHaveLength(2);
    await role.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => changes.at(-1)).toBe('{"role":"user"}');
    await goTo(page, 'Timesheet');
  });

  it('the first Tab offers the way past the navigation', async () => {
    await page.reload();
    await heading('Timesheet').waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('screen');
  });
});

describe('the way out', () => {
  it('leaves nothing behind when somebody is deactivated while looking on', async () => {
    const user = await stage.window();
    stage.expectAnswer(user, { status: 401, path: '/api' });
    await signIn(user, stage.url, demo.user);
    await goTo(user, 'People');
    await goTo(page, 'People');
    const line = page.getByRole('listitem').filter({ hasText: 'user@demo.example' });
    await line.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await user.getByRole('button', { name: 'Sign in' }).waitFor();
  });
});
