import { addressOf } from '@timegrove/contract/client.ts';
import { addEntry, listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeMe, readMe } from '@timegrove/contract/session.ts';
import { addTask, archiveTask, assign, unassign } from '@timegrove/contract/tasks.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { addDays, dayOf, daySpan, weekdayOf } from '@timegrove/domain/time/day.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import type { Locator, Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { kept } from './stage/offline.ts';
import { demo, signIn, type Login } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage, type Look } from './stage/use-stage.ts';

const stage = useStage('filled', 'movable');
const berlin = 'Europe/Berlin';

async function aWindow(login: Login, look: Look = {}): Promise<Page> {
  const page = await stage.window(look);
  await signIn(page, stage.url, login);
  await kept(page);
  return page;
}

/** Sends what a request of the contract says, by the session of a window. */
async function send(
  page: Page,
  endpoint: Parameters<typeof addressOf>[0],
  given: Parameters<typeof addressOf>[1] & { readonly body?: unknown },
): Promise<unknown> {
  const reply = await page.request.fetch(stage.url + addressOf(endpoint, given), {
    method: endpoint.method,
    ...(endpoint.method !== 'GET' && { data: given.body ?? {} }),
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.status() === 204 ? null : reply.json();
}

async function entriesOf(page: Page, day: string): Promise<Entry[]> {
  const answer = await send(page, listEntries, { query: { from: day, to: day } });
  return listEntries.output.parse(answer).entries;
}

async function openTimesheet(
  page: Page,
  day: string,
  view: 'day' | 'week' | 'calendar' = 'day',
): Promise<void> {
  await page.goto(`${stage.url}/?day=${day}&view=${view}`);
  await page.locator('.day-total').waitFor();
}

async function openDrawer(page: Page): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: 'Add time' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Add time' });
  await drawer.getByLabel('Start').waitFor();
  return drawer;
}

async function type(drawer: Locator, field: 'Start' | 'End', text: string): Promise<void> {
  await drawer.getByLabel(field, { exact: true }).fill(text);
  await drawer.getByLabel(field, { exact: true }).press('Tab');
}

function valueOf(drawer: Locator, field: 'Start' | 'Duration'): Promise<string> {
  return drawer.getByLabel(field, { exact: true }).inputValue();
}

async function addByHand(page: Page, start: string, end: string): Promise<void> {
  const drawer = await openDrawer(page);
  await type(drawer, 'Start', start);
  await type(drawer, 'End', end);
  await drawer.getByRole('button', { name: 'Add time' }).click();
  await drawer.waitFor({ state: 'hidden' });
}

function totalOf(page: Page): Promise<string> {
  return page.locator('.day-total strong').innerText();
}

function lines(page: Page, words: string | RegExp): Locator {
  return page.getByRole('main').locator('.entry').filter({ hasText: words });
}

function inWords(day: string): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(new Date(day));
}

async function expectDay(page: Page, day: string): Promise<void> {
  await expect
    .poll(() => page.locator('.day-choice .day-long').first().innerText())
    .toBe(inWords(day));
}

describe('at midnight', () => {
  it('an open window moves on by itself, and the timer stays where it began', async () => {
    const today = dayOf(Date.now() + 2 * minute, berlin);
    const tomorrow = addDays(today, 1);
    const ahead = daySpan(today, berlin).end - 2 * minute - Date.now();
    await stage.moveServerClock(ahead);
    const page = await stage.window();
    await page.clock.install();
    await signIn(page, stage.url, demo.supervisor);
    await expectDay(page, today);
    await timerBar(page).getByLabel('Note').fill('Late shift');
    await startButton(page).click();
    await lines(page, 'Late shift').waitFor();

    await stage.moveServerClock(ahead + 3 * minute);
    await page.clock.fastForward(3 * minute);
    await expectDay(page, tomorrow);
    await page.getByText('No time on this day').waitFor();
    expect(await page.getByRole('button', { name: 'Today' }).count()).toBe(0);
    expect(await timerBar(page).locator('time').innerText()).toMatch(/^0:0[1-9]:/);

    await stopButton(page).click();
    await startButton(page).waitFor();
    await page.getByRole('button', { name: 'Day before' }).click();
    await lines(page, /Late shift.*23:5\d – 00:0\d ?\+1/s).waitFor();
    expect((await entriesOf(page, today)).at(-1)?.note).toBe('Late shift');
    expect(await entriesOf(page, tomorrow)).toEqual([]);
    await page.getByText('Week', { exact: true }).click();
    await page.getByRole('grid').getByTitle(inWords(today)).waitFor();
    const ofToday = page.locator('tfoot .week-total').nth(weekdayOf(today) - 1);
    expect(await ofToday.innerText()).not.toBe('0:00');
    // A start in the past meets what went on over midnight.
    await startButton(page).click();
    const bar = timerBar(page);
    await bar.getByRole('button', { name: /change when it began/ }).click();
    await bar.getByRole('textbox', { name: 'Since' }).fill('00:00');
    await bar.getByText('“No task” ends then.').waitFor();
    await bar.getByRole('textbox', { name: 'Since' }).press('Escape');
    await stopButton(page).click();
    await startButton(page).waitFor();
    await stage.moveServerClock(0);
    await page.context().close();
  });
});

/** What becomes of the clock on a Sunday: an hour, or half of one, is left out or comes twice. */
const turns = [
  { zone: berlin, day: '2026-03-29', hours: '23:00', skipped: ['02:30', '03:30'] },
  { zone: berlin, day: '2026-10-25', hours: '25:00', twice: ['02:30', '1:00'] },
  { zone: 'America/New_York', day: '2026-03-08', hours: '23:00', skipped: ['02:30', '03:30'] },
  { zone: 'America/New_York', day: '2026-11-01', hours: '25:00', twice: ['01:30', '1:00'] },
  { zone: 'Australia/Lord_Howe', day: '2026-10-04', hours: '23:30', skipped: ['02:15', '02:45'] },
  { zone: 'Australia/Lord_Howe', day: '2026-04-05', hours: '24:30', twice: ['01:45', '0:30'] },
];

describe('a whole day on which the clock is changed', () => {
  it.each(turns)('$day in $zone has $hours hours', async ({ zone, day, hours, ...turn }) => {
    const page = await aWindow(demo.user, { timezoneId: zone });
    await send(page, changeMe, { body: { zone } });
    await openTimesheet(page, day);
    const drawer = await openDrawer(page);
    const [typed = '', means = ''] = turn.skipped ?? turn.twice ?? [];
    await type(drawer, 'Start', typed);
    if (turn.skipped !== undefined) expect(await valueOf(drawer, 'Start')).toBe(means);
    else await type(drawer, 'End', typed);
    if (turn.twice !== undefined) expect(await valueOf(drawer, 'Duration')).toBe(means);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await addByHand(page, '0:00', '12:00');
    await lines(page, '00:00 – 12:00').waitFor();
    await addByHand(page, '12:00', '0:00');
    await lines(page, /12:00 – 00:00/).waitFor();
    expect(await totalOf(page)).toBe(hours);
    await openTimesheet(page, day, 'week');
    expect(await totalOf(page)).toBe(hours);
    expect(await page.locator('thead .week-day').last().innerText()).toContain(
      day.slice(-2).replace(/^0/, ''),
    );
    expect(await page.locator('tfoot .week-total').last().innerText()).toContain(hours);
    await page.context().close();
  });

  it('keeps its time when the member has gone to live elsewhere', async () => {
    const page = await aWindow(demo.user, { timezoneId: 'Pacific/Auckland' });
    await send(page, changeMe, { body: { zone: 'Pacific/Auckland' } });
    for (const { day, hours } of turns) {
      await openTimesheet(page, day);
      expect(await totalOf(page), day).toBe(hours);
      await openTimesheet(page, day, 'week');
      expect(await page.locator('tfoot .week-total').last().innerText(), day).toContain(hours);
    }
    await send(page, changeMe, { body: { zone: berlin } });
    await page.context().close();
  });
});

describe('a server that is killed', () => {
  it('is found again by the windows of two members, which lose nothing', async () => {
    const [one, other] = [await aWindow(demo.user), await aWindow(demo.administrator)];
    for (const page of [one, other]) {
      for (const status of [0, 500, 502, 503]) stage.expectAnswer(page, { status, path: '/' });
      await startButton(page).click();
      await stopButton(page).waitFor();
      await expect.poll(() => runningOf(page)).not.toBeNull();
    }
    const before = await runningOf(one);
    const theirs = await runningOf(other);
    await stage.loseServer();
    await stopButton(other).click();
    await startButton(other).waitFor();
    await stage.raiseServer();

    await expect.poll(() => runningOf(other), { timeout: 40_000 }).toBeNull();
    expect(await runningOf(one)).toEqual(before);
    const kept = (await entriesOf(other, theirs?.day ?? '')).find(({ id }) => id === theirs?.id);
    expect(kept?.startedAt).toBe(theirs?.startedAt);
    expect(kept?.stoppedAt).not.toBeNull();
    // Nobody touches these windows: the news of what is done elsewhere reach them again.
    for (const page of [one, other]) {
      const elsewhere = await stage.another(page);
      await elsewhere.goto(stage.url);
      const press = page === one ? stopButton : startButton;
      await press(elsewhere).click();
      await (page === one ? startButton : stopButton)(page).waitFor({ timeout: 60_000 });
      await elsewhere.context().close();
    }
    await stopButton(other).click();
    await startButton(other).waitFor();
    await Promise.all([one.context().close(), other.context().close()]);
  });
});

async function runningOf(page: Page): Promise<Entry | null> {
  return readTimer.output.parse(await send(page, readTimer, {})).running;
}

/** Takes the next answer of the server to requests for an address, and gives it out when told. */
async function holdNext(
  page: Page,
  address: RegExp,
): Promise<{ taken: Promise<void>; give: () => void }> {
  const [held, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hold = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    held.resolve();
    await given.promise;
    await route.fulfill({ response });
  };
  await page.route(address, hold, { times: 1 });
  return { taken: held.promise, give: given.resolve };
}

describe('an old answer that comes late', () => {
  let page: Page;
  beforeAll(async () => {
    page = await aWindow(demo.user);
  });

  it('does not bring back the day that was shown before', async () => {
    const today = dayOf(Date.now(), berlin);
    const [early, late] = [addDays(today, -40), addDays(today, -41)];
    const held = await holdNext(page, new RegExp(`/api/entries\\?from=${early}&to=${early}`));
    await page.goto(`${stage.url}/?day=${early}`);
    await held.taken;
    await page.getByRole('button', { name: 'Day before' }).click();
    await expectDay(page, late);
    await addByHand(page, '9:00', '10:15');
    await lines(page, '09:00 – 10:15').waitFor();
    held.give();
    await page.waitForTimeout(500);
    await expectDay(page, late);
    expect(await lines(page, '09:00 – 10:15').count()).toBe(1);
    expect(await totalOf(page)).toBe('1:15');
  });

  it('does not bring back the task that was chosen before', async () => {
    await page.goto(stage.url);
    await pick(page, 'Wireframes');
    await startButton(page).click();
    await stopButton(page).waitFor();
    await expect.poll(async () => (await runningOf(page))?.task?.name).toBe('Wireframes');
    const held = await holdNext(page, /\/api\/timer$/);
    const elsewhere = await stage.another(page);
    await elsewhere.goto(stage.url);
    await timerBar(elsewhere).getByLabel('Note').fill('From elsewhere');
    await timerBar(elsewhere).getByLabel('Note').press('Enter');
    await held.taken;
    await pick(page, 'Player app');
    await expect.poll(async () => (await runningOf(page))?.task?.name).toContain('Player app');
    const seen = await watchBar(page);
    held.give();
    await page.waitForTimeout(1_500);
    expect(await pickerOf(page).innerText()).toContain('Player app');
    expect((await seen()).filter((text) => text.includes('Wireframes'))).toEqual([]);
    await stopButton(page).click();
    await startButton(page).waitFor();
    await Promise.all([elsewhere.context().close(), page.context().close()]);
  });
});

/** Notes everything that the timer bar shows from now on. */
async function watchBar(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const bar = document.querySelector('.timer-bar');
    const { dataset } = document.documentElement;
    const watching = new MutationObserver(() => {
      dataset['seen'] = `${dataset['seen'] ?? ''}\n${bar?.textContent}`;
    });
    if (bar !== null)
      watching.observe(bar, { childList: true, subtree: true, characterData: true });
  });
  return async () =>
    (await page.evaluate(() => document.documentElement.dataset['seen'] ?? '')).split('\n');
}

describe('an entry on a task that no new time can be put on', () => {
  it('still shows its name and where it lay, in the day, the week and the calendar', async () => {
    const chief = await aWindow(demo.administrator);
    const member = await aWindow(demo.user);
    const { memberId } = readMe.output.parse(await send(member, readMe, {}));
    const day = addDays(dayOf(Date.now(), berlin), -60);
    const project = await aTaskOf(chief, null, 'Lighthouse museum');
    for (const [name, from, to] of [
      ['Archived wing', '06', '09'],
      ['Left wing', '10', '13'],
    ] as const) {
      const taskId = await aTaskOf(chief, project, name);
      const params = { taskId, memberId };
      await send(chief, assign, { params, body: { role: 'regular-user' } });
      const times = { startedAt: `${day}T${from}:00:00Z`, stoppedAt: `${day}T${to}:00:00Z` };
      await send(member, addEntry, {
        body: { id: newId<'entry'>(), taskId, ...times, zone: berlin },
      });
      if (name === 'Archived wing') await send(chief, archiveTask, { params: { taskId } });
      else await send(chief, unassign, { params });
    }
    const names = ['Archived wing', 'Left wing'];
    for (const view of ['day', 'week'] as const) {
      await openTimesheet(member, day, view);
      for (const name of names) {
        const task = member.getByRole('main').locator('.task-name').filter({ hasText: name });
        await task.getByText('Lighthouse museum').waitFor();
      }
    }
    await openTimesheet(member, day, 'calendar');
    for (const name of names) {
      const entry = member.getByTitle(`Lighthouse museum › ${name}`);
      await entry.getByText(name).waitFor();
    }
    await Promise.all([chief.context().close(), member.context().close()]);
  });
});

async function aTaskOf(page: Page, parentId: TaskId | null, name: string): Promise<TaskId> {
  const id = newId<'task'>();
  await send(page, addTask, { body: { id, parentId, name } });
  return id;
}
