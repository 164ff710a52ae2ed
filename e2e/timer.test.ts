import { listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { addressOf } from '@timegrove/contract/client.ts';
import { addDays, dayOf, wallTimeOf } from '@timegrove/domain/time/day.ts';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { become, fakeIdle } from './stage/fake-idle.ts';
import { lookAt } from './stage/look-at.ts';
import { sent } from './stage/offline.ts';
import { picture } from './stage/picture.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const zone = 'Europe/Berlin';
const minute = 60_000;
const stage = useStage('filled');
const ids: Record<string, string> = {};
let ada: Page;

beforeAll(async () => {
  ada = await stage.window();
  await fakeIdle(ada);
  await signIn(ada, stage.url, demo.administrator);
  for (const name of ['Wireframes', 'Script', 'Recording', 'Photo day']) {
    const found = await ask(ada, 'GET', `/api/tasks/search?q=${name}&for=track`);
    ids[name] = String(found.tasks[0].id);
  }
  await clean();
}, 90_000);

/** Lets nothing run, and nothing of the last days be there, once the server has all that was done. */
async function clean(): Promise<void> {
  await sent(ada);
  const found = await lately();
  if (found.length > 0)
    await ask(ada, 'POST', '/api/entries/deletions', { ids: found.map(({ id }) => id) });
  await ada.goto(stage.url);
  await startButton(ada).waitFor();
}

afterEach(clean);

async function lately(): Promise<Entry[]> {
  const today = dayOf(Date.now(), zone);
  const query = { from: addDays(today, -1), to: today };
  return listEntries.output.parse(await ask(ada, 'GET', addressOf(listEntries, { query }))).entries;
}

/** Task, note, and how long it is in minutes; null while it runs. */
async function told() {
  return (await lately()).map(({ task, note, startedAt, stoppedAt }) => {
    const length = stoppedAt && Date.parse(stoppedAt) - Date.parse(startedAt);
    return [task?.name ?? null, note, length === null ? null : Math.round(Number(length) / minute)];
  });
}

/** A timer that runs since some minutes ago. */
async function running(minutesAgo: number, task = 'Wireframes'): Promise<void> {
  await ask(ada, 'POST', '/api/timers', {
    id: crypto.randomUUID(),
    taskId: ids[task],
    startedAt: new Date(Date.now() - minutesAgo * minute).toISOString(),
    zone,
    note: 'Sketches',
  });
  await stopButton(ada).waitFor();
}

const longQuestion = (page: Page) => page.getByRole('region', { name: 'Long timer' });
const awayQuestion = (page: Page) => page.getByRole('region', { name: 'Time away' });
const link = (name: string, note: string) =>
  `${stage.url}/start?task=${ids[name] ?? name}&note=${encodeURIComponent(note)}`;

describe('a link', () => {
  it('starts the timer without a question, and once: not again on a reload or by going back', async () => {
    await ada.goto(link('Script', 'Chapter 2'));
    await stopButton(ada).waitFor();
    expect(await pickerOf(ada).innerText()).toContain('Script');
    await ada.getByRole('heading', { name: 'Timesheet' }).waitFor();
    await ada.reload();
    await stopButton(ada).waitFor();
    await stopButton(ada).click();
    await startButton(ada).waitFor();
    await ada.goto(`${stage.url}/help`);
    await ada.goBack();
    await ada.getByRole('heading', { name: 'Timesheet' }).waitFor();
    await startButton(ada).waitFor();
    await expect.poll(told).toEqual([['Script', 'Chapter 2', 0]]);
  });

  it('shows what runs already instead of starting it again', async () => {
    await running(20, 'Script');
    await ada.goto(link('Script', 'Sketches'));
    await ada.getByRole('heading', { name: 'Timesheet' }).waitFor();
    await stopButton(ada).waitFor();
    await expect.poll(told).toEqual([['Script', 'Sketches', null]]);
  });

  it('asks who is not signed in to sign in first, and starts then', async () => {
    const visitor = await stage.window();
    await visitor.goto(link('Recording', '007'));
    await visitor.getByLabel('E-mail').fill(demo.administrator.email);
    await visitor.getByLabel('Password', { exact: true }).fill(demo.administrator.password);
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await stopButton(visitor).waitFor();
    await expect.poll(told).toEqual([['Recording', '007', null]]);
    await visitor.context().close();
  });

  it('to an archived task says the rule, keeps the note, and lets another task be chosen', async () => {
    await ask(ada, 'POST', `/api/tasks/${ids['Photo day']}/archive`);
    await ada.goto(link('Photo day', 'Rolls'));
    await ada.getByText('“Photo day” is archived, so no new time can be put on it.').waitFor();
    await lookAt(ada, 'desktop', 'start-refused');
    const form = ada.getByRole('main');
    expect(await form.getByLabel('Note').inputValue()).toBe('Rolls');
    await form.getByRole('button', { name: /^Task:/ }).click();
    await form.getByRole('combobox', { name: 'Search tasks' }).fill('Script');
    await form.getByRole('option', { name: 'Script' }).first().click();
    await form.getByRole('button', { name: 'Start the timer' }).click();
    await stopButton(ada).waitFor();
    await expect.poll(told).toEqual([['Script', 'Rolls', null]]);
  });

  it('to nothing says so', async () => {
    stage.expectAnswer(ada, { status: 404, path: '/api/tasks' });
    await ada.goto(link('no-task', ''));
    await ada.getByText('This task does not exist, or you may not see it.').waitFor();
    await ada.goto(link(crypto.randomUUID(), ''));
    await ada.getByText('This task does not exist, or you may not see it.').waitFor();
    await expect.poll(told).toEqual([]);
  });
});

describe('the picker', () => {
  it('offers favourites first, and refuses an archived one with its rule', async () => {
    for (const name of ['Photo day', 'Script'])
      await ask(ada, 'PUT', `/api/tasks/${ids[name]}/favourite`);
    await ada.reload();
    await startButton(ada).waitFor();
    await ada.keyboard.press('t');
    const options = timerBar(ada).getByRole('option');
    await options.first().waitFor();
    expect(await options.allInnerTexts()).toEqual([
      expect.stringContaining('Photo day'),
      expect.stringContaining('Script'),
      ...Array.from({ length: (await options.count()) - 2 }, () => expect.any(String)),
    ]);
    expect(await options.first().innerText()).toContain('archived');
    await ada.keyboard.press('Enter');
    await timerBar(ada).getByText('“Photo day” is archived, so no new time').waitFor();
    await picture(ada, 'looks/picker favourites');
    await ada.keyboard.press('ArrowDown');
    await ada.keyboard.press('Enter');
    expect(await pickerOf(ada).innerText()).toContain('Script');
    await ada.keyboard.press('s');
    await stopButton(ada).waitFor();
    await ada.keyboard.press('s');
    await startButton(ada).waitFor();
    for (const name of ['Photo day', 'Script'])
      await ask(ada, 'DELETE', `/api/tasks/${ids[name]}/favourite`);
  });

  it('leads through the whole tree, by the mouse and by the keys', async () => {
    const { path } = await ask(ada, 'GET', `/api/tasks/${ids['Wireframes']}`);
    const way: string[] = path.map(({ name }: { name: string }) => name);
    const option = (name: string) => timerBar(ada).getByRole('option', { name, exact: true });
    const look = (name: string) => option(`Look below: ${name}`);
    const back = (name: string) => option(`Back from: ${name}`);
    await ada.keyboard.press('t');
    await look('All projects').click();
    await back('All projects').waitFor();
    await picture(ada, 'looks/picker projects');
    for (const step of way) {
      await look(step).click();
      await back(step).waitFor();
    }
    await picture(ada, 'looks/picker branch');
    await ada.keyboard.press('ArrowLeft');
    const above = way.at(-2) ?? 'All projects';
    await back(above).waitFor();
    while ((await look(way.at(-1) ?? '').getAttribute('aria-selected')) !== 'true')
      await ada.keyboard.press('ArrowDown');
    await ada.keyboard.press('ArrowRight');
    await back(way.at(-1) ?? '').waitFor();
    // The words that are typed search everywhere; without them the list is as at first.
    await ada.keyboard.type('script');
    await timerBar(ada).getByRole('option', { name: 'Script' }).first().waitFor();
    await ada.keyboard.press('ControlOrMeta+a');
    await ada.keyboard.press('Delete');
    await look('All projects').click();
    for (const step of way) await look(step).click();
    await option('Wireframes').click();
    expect(await pickerOf(ada).innerText()).toContain(way.at(-1));
    expect(await pickerOf(ada).innerText()).toContain('Wireframes');
  });
});

describe('a start in the past', () => {
  it('is said in words from the menu of the start button', async () => {
    await pick(ada, 'Wireframes');
    await timerBar(ada).getByRole('button', { name: 'It began earlier' }).click();
    const field = timerBar(ada).getByRole('textbox', { name: 'Since' });
    await field.fill('soon');
    await timerBar(ada).getByText('Type a time like 9:00').waitFor();
    await field.fill('20 min ago');
    await picture(ada, 'looks/start earlier');
    await field.press('Enter');
    await stopButton(ada).waitFor();
    expect(await timerBar(ada).locator('time').innerText()).toMatch(/^0:20:/);
    await expect.poll(told).toEqual([['Wireframes', '', null]]);
  });

  it('by the clock, while something else runs, says that it ends then', async () => {
    await running(90, 'Script');
    await stopButton(ada).click();
    await startButton(ada).waitFor();
    await pick(ada, 'Wireframes');
    await startButton(ada).click();
    const since = wallTimeOf(Date.now() - 30 * minute, zone);
    await timerBar(ada)
      .getByRole('button', { name: /change when it began/ })
      .click();
    await timerBar(ada).getByRole('textbox', { name: 'Since' }).fill(since);
    await timerBar(ada).getByText('“Script” ends then.').waitFor();
    await picture(ada, 'looks/change start');
    await timerBar(ada).getByRole('textbox', { name: 'Since' }).press('Enter');
    await expect.poll(told).toEqual([
      ['Script', 'Sketches', expect.closeTo(60, -0.4)],
      ['Wireframes', '', null],
    ]);
    expect(await timerBar(ada).locator('time').innerText()).toMatch(/^0:(30|31):/);
    await ada.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(told).toEqual([
      ['Script', 'Sketches', 90],
      ['Wireframes', '', null],
    ]);
  });
});

describe('a timer that runs for very long', () => {
  it('asks in every window until it is answered in one, and not again', async () => {
    await running(11 * 60);
    const other = await stage.beside(ada);
    await other.goto(stage.url);
    await longQuestion(other)
      .getByText(/Still on “Wireframes” since/)
      .waitFor();
    await lookAt(ada, 'desktop', 'timer-long');
    await longQuestion(ada).getByRole('button', { name: 'Yes, keep it running' }).click();
    await longQuestion(other).waitFor({ state: 'detached' });
    await other.reload();
    await stopButton(other).waitFor();
    expect(await longQuestion(other).count()).toBe(0);
    await other.close();
  });

  it('stops when it should have been stopped', async () => {
    await running(11 * 60);
    const start = Date.now() - 11 * 60 * minute;
    await longQuestion(ada)
      .getByLabel('Time of the stop')
      .fill(wallTimeOf(start + 60 * minute, zone));
    await longQuestion(ada).getByLabel('Time of the stop').press('Tab');
    await longQuestion(ada).getByRole('button', { name: 'Stop at' }).click();
    await startButton(ada).waitFor();
    await expect.poll(told).toEqual([['Wireframes', 'Sketches', expect.closeTo(60, -0.4)]]);
  });
});

/** Leaves the computer for ten minutes of a timer that runs for thirty. */
async function comeBack(): Promise<void> {
  await running(30);
  await become(ada, 'idle');
  await become(ada, 'active');
  await awayQuestion(ada)
    .getByText(/You were away from .* \(10 min\) while “Wireframes”/)
    .waitFor();
}

describe('time away', () => {
  it('is kept, and asked about once in all windows and after a reload', async () => {
    await comeBack();
    await lookAt(ada, 'desktop', 'timer-away');
    const other = await stage.beside(ada);
    await other.goto(stage.url);
    await awayQuestion(other).waitFor();
    await ada.reload();
    await awayQuestion(ada).getByRole('button', { name: 'Keep it' }).click();
    await awayQuestion(other).waitFor({ state: 'detached' });
    await expect.poll(told).toEqual([['Wireframes', 'Sketches', null]]);
    await other.close();
  });

  it('is left out, and the timer stopped', async () => {
    await comeBack();
    await awayQuestion(ada).getByRole('button', { name: 'Leave it out and stop' }).click();
    await startButton(ada).waitFor();
    await expect.poll(told).toEqual([['Wireframes', 'Sketches', 20]]);
  });

  it('is left out, and the timer goes on', async () => {
    await comeBack();
    await awayQuestion(ada).getByRole('button', { name: 'Leave it out and go on' }).click();
    await awayQuestion(ada).waitFor({ state: 'detached' });
    await expect.poll(told).toEqual([
      ['Wireframes', 'Sketches', 20],
      ['Wireframes', 'Sketches', null],
    ]);
  });

  it('was another task', async () => {
    await comeBack();
    await awayQuestion(ada).getByRole('button', { name: 'It was another task…' }).click();
    await awayQuestion(ada).getByRole('combobox', { name: 'Search tasks' }).fill('Script');
    await awayQuestion(ada).getByRole('option', { name: 'Script' }).first().click();
    await expect.poll(told).toEqual([
      ['Wireframes', 'Sketches', 20],
      ['Script', '', 10],
      ['Wireframes', 'Sketches', null],
    ]);
  });
});

describe('the window', () => {
  it('shows in its title and icon what runs', async () => {
    const icon = ada.locator('link[rel=icon]');
    await running(42);
    await expect.poll(() => ada.title()).toBe('0:42 Wireframes – Timegrove');
    expect(await icon.getAttribute('href')).toBe('/icon-running.svg');
    expect((await ada.request.get(`${stage.url}/icon-running.svg`)).ok()).toBe(true);
    await stopButton(ada).click();
    await expect.poll(() => ada.title()).toBe('Timesheet · Timegrove');
    expect(await icon.getAttribute('href')).toBe('/icon.svg');
  });

  it('gives the timer a small window that stays in step with it', async () => {
    const opened = ada.context().waitForEvent('page');
    await timerBar(ada).getByRole('button', { name: 'Float the timer' }).click();
    const small = await opened;
    const widget = small.getByRole('region', { name: 'Timer' });
    await widget.getByText('No task').waitFor();
    await startButton(ada).click();
    await widget.getByRole('button', { name: 'Stop' }).click();
    await startButton(ada).waitFor();
    await expect.poll(told).toEqual([[null, '', 0]]);
    await small.close();
    await startButton(ada).waitFor();
  });
});

describe('the widget', () => {
  it('starts, notes, switches and stops by the keyboard alone, in step with the app', async () => {
    const small = await stage.beside(ada);
    await small.setViewportSize({ width: 320, height: 420 });
    await small.goto(`${stage.url}/widget`);
    const widget = small.getByRole('region', { name: 'Timer' });
    await widget.getByText('No task').waitFor();
    await lookAt(small, 'small', 'widget-waiting');
    await small.keyboard.press('t');
    await small.keyboard.type('script');
    await widget.getByRole('option', { name: 'Script' }).first().waitFor();
    await lookAt(small, 'small', 'widget-search');
    await small.keyboard.press('ControlOrMeta+a');
    await small.keyboard.press('Delete');
    const option = (name: string) => widget.getByRole('option', { name, exact: true });
    await option('Look below: All projects').waitFor();
    await small.keyboard.press('ArrowUp');
    await small.keyboard.press('Enter');
    await option('Back from: All projects').waitFor();
    await lookAt(small, 'small', 'widget-projects');
    await small.keyboard.press('Backspace');
    await option('Look below: All projects').waitFor();
    await small.keyboard.type('script');
    await widget.getByRole('option', { name: 'Script' }).first().waitFor();
    await small.keyboard.press('Enter');
    await widget.getByRole('button', { name: 'Stop' }).waitFor();
    await expect.poll(() => pickerOf(ada).innerText()).toContain('Script');
    await small.keyboard.press('Tab');
    await small.keyboard.type('Chapter 3');
    await small.keyboard.press('Enter');
    await expect.poll(() => timerBar(ada).getByLabel('Note').inputValue()).toBe('Chapter 3');
    await lookAt(small, 'small', 'widget-running');
    await small.setViewportSize({ width: 260, height: 116 });
    await lookAt(small, 'tiny', 'widget-running');
    await small.setViewportSize({ width: 320, height: 420 });
    await small.keyboard.press('Control+k');
    await small.keyboard.type('recording');
    await small.keyboard.press('Enter');
    await expect.poll(() => pickerOf(ada).innerText()).toContain('Recording');
    await small.keyboard.press('s');
    await startButton(ada).waitFor();
    await expect.poll(told).toEqual([
      ['Script', 'Chapter 3', 0],
      ['Recording', '', 0],
    ]);
    await small.close();
  });
});
