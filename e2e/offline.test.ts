import type { Entry } from '@timegrove/contract/entries.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { entriesOf, hint, kept, settled, today } from './stage/offline.ts';
import { demo, signIn, type Login } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage, type Look } from './stage/use-stage.ts';

const stage = useStage('filled');

/** A window that may lose its connection without that being trouble. */
async function aWindow(login: Login, look: Look = {}): Promise<Page> {
  const page = await stage.window(look);
  stage.expectAnswer(page, { status: 0, path: '/' });
  stage.expectAnswer(page, { status: 500, path: '/' });
  await signIn(page, stage.url, login);
  await kept(page);
  return page;
}

async function addByHand(page: Page, times: { start: string; end: string; note: string }) {
  await page.getByRole('main').getByRole('button', { name: 'Add time' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Add time' });
  for (const [field, text] of [
    ['Start', times.start],
    ['End', times.end],
  ]) {
    await drawer.getByLabel(field ?? '', { exact: true }).fill(text ?? '');
    await drawer.getByLabel(field ?? '', { exact: true }).press('Tab');
  }
  await drawer.getByLabel('Note').fill(times.note);
  await drawer.getByRole('button', { name: 'Add time' }).click();
  await drawer.waitFor({ state: 'hidden' });
}

function line(page: Page, note: string) {
  return page.getByRole('main').locator('.entry').filter({ hasText: note });
}

const isStopped = (entry: Entry) => entry.stoppedAt !== null;

describe('without a connection', () => {
  it('the app opens with its last state, everything on time works, and goes out once afterwards', async () => {
    const page = await aWindow(demo.user);
    const day = addDays(today(), -3);
    await page.goto(`${stage.url}/?day=${day}`);
    await addByHand(page, { start: '05:00', end: '05:30', note: 'Early bird' });
    await line(page, 'Early bird').waitFor();
    await settled(page);

    await page.context().setOffline(true);
    await page.reload();
    await line(page, 'Early bird').waitFor();
    await hint(page, /Offline/).waitFor();
    await pickerOf(page).click();
    await timerBar(page).getByRole('combobox', { name: 'Search tasks' }).fill('wire');
    await timerBar(page).getByRole('option', { name: 'Wireframes' }).first().click();
    await startButton(page).click();
    await stopButton(page).click();
    await startButton(page).waitFor();
    await addByHand(page, { start: '05:30', end: '06:00', note: 'Written on the train' });
    await line(page, 'Written on the train').waitFor();
    await line(page, 'Early bird').locator('.entry-open').click();
    const drawer = page.getByRole('dialog', { name: 'Edit entry' });
    await drawer.getByLabel('Note').fill('Early bird, corrected');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await hint(page, 'Offline – 4 changes wait').waitFor();

    await page.reload();
    await line(page, 'Written on the train').waitFor();
    await line(page, 'Early bird, corrected').waitFor();
    await hint(page, 'Offline – 4 changes wait').waitFor();

    await page.context().setOffline(false);
    await hint(page, /Offline|wait/).waitFor({ state: 'hidden' });
    const notes = (await entriesOf(page, day, day)).map(({ note }) => note);
    expect(notes.filter((note) => note === 'Written on the train')).toHaveLength(1);
    expect(notes.filter((note) => note.startsWith('Early bird'))).toEqual([
      'Early bird, corrected',
    ]);
    const tracked = (await entriesOf(page)).filter(({ task }) => task?.name === 'Wireframes');
    expect(tracked.at(-1)?.stoppedAt).not.toBeNull();
    await page.reload();
    await expect.poll(() => line(page, 'Written on the train').count()).toBe(1);
  });

  it('a deleted entry comes back by undo, and both are told to the server', async () => {
    const page = await aWindow(demo.user);
    const day = addDays(today(), -4);
    await page.goto(`${stage.url}/?day=${day}`);
    await addByHand(page, { start: '05:00', end: '05:30', note: 'Here and gone' });
    await line(page, 'Here and gone').waitFor();
    await page.context().setOffline(true);
    await line(page, 'Here and gone').hover();
    await line(page, 'Here and gone').getByRole('button', { name: 'Delete' }).click();
    await line(page, 'Here and gone').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await line(page, 'Here and gone').waitFor();
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await entriesOf(page, day, day)).map(({ note }) => note))
      .toContain('Here and gone');
    await hint(page, /Offline|wait/).waitFor({ state: 'hidden' });
  });

  it('two windows of one browser show the same, and send each thing once', async () => {
    const one = await aWindow(demo.supervisor);
    const other = await stage.beside(one);
    stage.expectAnswer(other, { status: 0, path: '/' });
    await other.goto(stage.url);
    await startButton(other).waitFor();
    const before = (await entriesOf(one)).length;
    await one.context().setOffline(true);
    await startButton(one).click();
    await stopButton(other).waitFor();
    await stopButton(other).click();
    await startButton(one).waitFor();
    await one.context().setOffline(false);
    const sent = async () => (await entriesOf(one)).slice(before);
    await expect.poll(async () => (await sent()).map(isStopped)).toEqual([true]);
    await hint(one, /Offline|wait/).waitFor({ state: 'hidden' });
    await hint(other, /Offline|wait/).waitFor({ state: 'hidden' });
    expect(await sent()).toHaveLength(1);
  });

  it('the stop of a phone that was offline stands over the later one of another window', async () => {
    const web = await aWindow(demo.administrator);
    const phone = await aWindow(demo.administrator, { viewport: { width: 390, height: 844 } });
    await startButton(web).click();
    await stopButton(phone).waitFor();
    await phone.context().setOffline(true);
    await phone.waitForTimeout(2000);
    await stopButton(phone).click();
    const pressed = Date.now();
    await web.waitForTimeout(4000);
    await stopButton(web).click();
    await startButton(web).waitFor();
    await phone.context().setOffline(false);
    await hint(phone, /Offline|wait/).waitFor({ state: 'hidden' });
    const stopped = async () => Date.parse((await entriesOf(web)).at(-1)?.stoppedAt ?? '');
    await expect.poll(async () => Math.abs((await stopped()) - pressed)).toBeLessThan(1500);
    const spans = (await entriesOf(web)).map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]);
    for (const [at, [start]] of spans.entries()) {
      const end = spans[at - 1]?.[1];
      if (end != null) expect(Date.parse(end)).toBeLessThanOrEqual(Date.parse(start ?? ''));
    }
  });
});

describe('while the server is gone', () => {
  it('a start is kept when the window is closed, and reaches the server when the app is next opened', async () => {
    const page = await aWindow(demo.user);
    await settled(page);
    await stage.loseServer();
    await timerBar(page).getByLabel('Note').fill('Kept on the device');
    await startButton(page).click();
    await stopButton(page).waitFor();
    const again = await stage.beside(page);
    stage.expectAnswer(again, { status: 0, path: '/' });
    await page.close();
    await again.goto(stage.url);
    await stopButton(again).waitFor();
    expect(await timerBar(again).getByLabel('Note').inputValue()).toBe('Kept on the device');
    await stage.raiseServer();
    const kept = async () =>
      (await entriesOf(again)).filter(({ note }) => note === 'Kept on the device');
    await expect.poll(async () => (await kept()).length, { timeout: 40_000 }).toBe(1);
    await hint(again, /Offline|wait/).waitFor({ state: 'hidden' });
    expect(await kept()).toHaveLength(1);
    await stopButton(again).click();
    await startButton(again).waitFor();
  });
});

describe('what the server does not accept', () => {
  it('is set aside with its reason, and goes out once it was corrected', async () => {
    const page = await aWindow(demo.user);
    const chief = await aWindow(demo.administrator);
    await pick(page, 'Wireframes');
    const found = await chief.request.get(`${stage.url}/api/tasks/search?q=wireframes&for=see`);
    const taskId = /"id":"([0-9a-f-]{36})"/.exec(await found.text())?.[1] ?? '';
    await page.context().setOffline(true);
    await startButton(page).click();
    await stopButton(page).click();
    await startButton(page).waitFor();
    const archived = await chief.request.post(`${stage.url}/api/tasks/${taskId}/archive`, {
      data: {},
    });
    expect(archived.status()).toBe(200);
    stage.expectAnswer(page, { status: 409, path: '/api/timers' });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: /1 change was not accepted/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(/is archived, so no new time/).waitFor();
    await drawer.getByText('Waits for what was not accepted above').waitFor();
    await drawer.getByRole('button', { name: 'Correct…' }).click();
    await drawer.getByRole('button', { name: /^Task/ }).click();
    await drawer.getByRole('combobox', { name: 'Search tasks' }).fill('planning');
    await drawer
      .getByRole('option', { name: /planning/i })
      .first()
      .click();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Everything has been sent.').waitFor();
    const last = (await entriesOf(page)).at(-1);
    expect(last?.task?.name).toMatch(/planning/i);
    expect(last?.stoppedAt).not.toBeNull();
  });
});

describe('a session that ended meanwhile', () => {
  it('keeps what waits for its member, and never sends it for another', async () => {
    const page = await aWindow(demo.user);
    await settled(page);
    await page.context().setOffline(true);
    const day = addDays(today(), -5);
    await page.goto(`${stage.url}/?day=${day}`);
    await addByHand(page, { start: '05:00', end: '05:30', note: 'Mine alone' });
    await page.context().clearCookies();
    stage.expectAnswer(page, { status: 401, path: '/api' });
    await page.context().setOffline(false);
    await page.getByLabel('E-mail').waitFor();
    await signIn(page, stage.url, demo.supervisor);
    await page.waitForTimeout(2000);
    expect((await entriesOf(page, day, day)).map(({ note }) => note)).not.toContain('Mine alone');
    await page.context().clearCookies();
    await signIn(page, stage.url, demo.user);
    await expect
      .poll(async () => (await entriesOf(page, day, day)).map(({ note }) => note))
      .toContain('Mine alone');
  });
});
