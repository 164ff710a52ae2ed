import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drag, events, expectEvents, point, rowHeight, shift } from './stage/calendar.ts';
import { lookAt } from './stage/look-at.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage, type Look } from './stage/use-stage.ts';

const stage = useStage('filled');
const phone: Look = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
let ada: Page;
let taskId = '';

beforeAll(async () => {
  ada = await stage.window();
  await signIn(ada, stage.url, demo.administrator);
  const found = await ask(ada, 'GET', '/api/tasks/search?q=Wireframes&for=track');
  taskId = String(found.tasks[0].id);
}, 60_000);

/** Asks the server as the person in the window does. */
async function ask(page: Page, method: string, path: string, data?: object) {
  const reply = await page.request.fetch(`${stage.url}${path}`, {
    method,
    ...(data !== undefined && { data }),
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.json();
}

/** Adds time by hand, from one instant to another: `2025-06-02T09:00+02:00`. */
async function add(from: string, to: string, note = '', zone = 'Europe/Berlin', page = ada) {
  await ask(page, 'POST', '/api/entries', {
    id: crypto.randomUUID(),
    taskId,
    startedAt: new Date(from).toISOString(),
    stoppedAt: new Date(to).toISOString(),
    zone,
    note,
  });
}

/** The entries of a day as the server has them: `09:00:00 1:30` in UTC, with the note. */
async function stored(day: string, page = ada): Promise<string[]> {
  const { entries } = await ask(page, 'GET', `/api/entries?from=${day}&to=${day}`);
  return entries.map((entry: { startedAt: string; stoppedAt: string; note: string }) => {
    const minutes = (Date.parse(entry.stoppedAt) - Date.parse(entry.startedAt)) / 60_000;
    const length = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    return `${entry.startedAt.slice(11, 16)} ${length} ${entry.note}`.trim();
  });
}

async function expectStored(day: string, wanted: readonly string[], page = ada): Promise<void> {
  await expect.poll(() => stored(day, page)).toEqual(wanted);
}

async function undo(page = ada): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).last().click();
}

function cell(task: string, date: string, page = ada): Locator {
  return page.getByRole('grid').getByLabel(new RegExp(`^${task}, ${date}`));
}

function sums(page = ada): Promise<string[]> {
  return page.getByRole('grid').locator('tfoot td').allInnerTexts();
}

async function openWeek(of: string): Promise<void> {
  await ada.goto(`${stage.url}/?view=week&day=${of}`);
  await ada.getByRole('grid').waitFor();
}

async function openCalendar(day: string, page = ada): Promise<void> {
  await page.goto(`${stage.url}/?view=calendar&day=${day}`);
  await page.locator('.calendar-lane').first().waitFor();
}

describe('the week', () => {
  const day = '2025-06-02';

  it('is filled by typing, like a spreadsheet', async () => {
    await openWeek(day);
    await ada.getByText('No time in this week yet.').waitFor();
    await ada.getByRole('button', { name: 'Add a task' }).click();
    await ada.getByRole('combobox', { name: 'Search tasks' }).fill('Wireframes');
    await ada.getByRole('option', { name: /^Wireframes/ }).click();
    const monday = cell('Wireframes', 'Monday');
    await monday.click();
    await ada.keyboard.type('1:30');
    await ada.keyboard.press('Tab');
    await expectStored(day, ['07:00 1:30']);
    await ada.keyboard.type('90m');
    await ada.keyboard.press('Enter');
    await expectStored('2025-06-03', ['07:00 1:30']);
    await ada.keyboard.press('ArrowRight');
    await ada.keyboard.type('1h 30');
    await ada.keyboard.press('Escape');
    expect(await cell('Wireframes', 'Wednesday').inputValue()).toBe('');
    await ada.keyboard.type('1.5');
    await ada.keyboard.press('ArrowDown');
    await expectStored('2025-06-04', ['07:00 1:30']);
    await expect
      .poll(() => sums())
      .toEqual(['1:30', '1:30', '1:30', '0:00', '0:00', '0:00', '0:00', '4:30']);
    await ada.reload();
    await expect.poll(() => monday.inputValue()).toBe('1:30');
  });

  it('changes the end of the one entry of a cell, and takes zero as gone', async () => {
    await openWeek(day);
    const monday = cell('Wireframes', 'Monday');
    await monday.fill('2:15');
    await monday.press('Enter');
    await expectStored(day, ['07:00 2:15']);
    await monday.fill('soon');
    await monday.press('Tab');
    expect(await monday.getAttribute('aria-invalid')).toBe('true');
    await monday.press('Escape');
    expect(await monday.inputValue()).toBe('2:15');
    await monday.fill('0');
    await monday.press('Enter');
    await ada.getByText('Entry deleted').waitFor();
    await expectStored(day, []);
    await undo();
    await expectStored(day, ['07:00 2:15']);
    await expect.poll(() => monday.inputValue()).toBe('2:15');
  });

  it('lists the entries of a cell that has several', async () => {
    await add('2025-06-05T09:00+02:00', '2025-06-05T10:00+02:00', 'One');
    await add('2025-06-05T13:00+02:00', '2025-06-05T13:20+02:00', 'Two');
    await openWeek(day);
    const thursday = ada.getByRole('button', { name: /^Wireframes, Thursday/ });
    await thursday.focus();
    await thursday.press('Enter');
    const list = ada.getByRole('dialog', { name: /^Wireframes, Thursday/ });
    await list.getByRole('button', { name: /Two/ }).waitFor();
    await lookAt(ada, 'desktop', 'week-list');
    await list.getByRole('button', { name: /Two/ }).click();
    const drawer = ada.getByRole('dialog', { name: 'Edit entry' });
    expect(await drawer.getByLabel('Note').inputValue()).toBe('Two');
    await ada.keyboard.press('Escape');
    await lookAt(ada, 'desktop', 'week');
  });

  it('takes over the week before, and gives it back', async () => {
    await openWeek('2025-06-11');
    await ada.getByRole('button', { name: 'Copy last week' }).click();
    await ada.getByRole('menuitem', { name: 'Its tasks', exact: true }).click();
    await cell('Wireframes', 'Monday').waitFor();
    await cell('Wireframes', 'Tuesday').fill('0:20');
    await cell('Wireframes', 'Tuesday').press('Enter');
    await expectStored('2025-06-10', ['07:00 0:20']);
    await ada.getByRole('button', { name: 'Copy last week' }).click();
    await ada.getByRole('menuitem', { name: 'Its tasks and their time' }).click();
    await ada.getByText('Last week copied').waitFor();
    await expectStored('2025-06-09', ['07:00 2:15']);
    await expectStored('2025-06-10', ['07:00 0:20']);
    await expectStored('2025-06-12', ['07:00 1:00 One', '11:00 0:20 Two']);
    await undo();
    await expectStored('2025-06-12', []);
    await expectStored('2025-06-10', ['07:00 0:20']);
  });

  it('says why a cell takes nothing', async () => {
    await ask(ada, 'PATCH', '/api/account', { entriesByHand: false });
    await openWeek(day);
    const friday = cell('Wireframes', 'Friday');
    expect(await friday.getAttribute('title')).toBe(
      'In this account time is taken with the timer only.',
    );
    expect(await friday.isEditable()).toBe(false);
    await ask(ada, 'PATCH', '/api/account', { entriesByHand: true });
  });

  it('is a list of one day on a phone', async () => {
    const page = await stage.window(phone);
    await signIn(page, stage.url, demo.administrator);
    await page.goto(`${stage.url}/?view=week&day=${day}`);
    await page.getByRole('button', { name: /^Fri.*0:00/ }).tap();
    await cell('Wireframes', 'Friday', page).fill('45');
    await cell('Wireframes', 'Friday', page).blur();
    await expectStored('2025-06-06', ['07:00 0:45']);
    await page.getByRole('button', { name: /^Fri.*0:45/ }).waitFor();
    await lookAt(page, 'phone', 'week');
  });
});

describe('the calendar', () => {
  const monday = '2025-07-07';

  it('draws, moves and stretches time, and takes it back', async () => {
    await openCalendar(monday);
    await drag(ada, await point(ada, 0, 9), await point(ada, 0, 10.42));
    const drawer = ada.getByRole('dialog', { name: 'Add time' });
    expect(await drawer.getByLabel('Start').inputValue()).toBe('09:00');
    expect(await drawer.getByLabel('End').inputValue()).toBe('10:30');
    await drawer.getByLabel('Note').fill('Drawn');
    await drawer.getByRole('button', { name: 'Add time' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await expectStored(monday, ['07:00 1:30 Drawn']);
    await expectEvents(ada, [/09:00–10:30 1:30 Drawn/]);
    await shift(events(ada), { rows: 2, columns: 1 });
    await expectStored('2025-07-08', ['09:00 1:30 Drawn']);
    await undo();
    await expectStored(monday, ['07:00 1:30 Drawn']);
    await expectEvents(ada, [/09:00–10:30/]);
    await shift(events(ada), { rows: 1, end: true });
    await expectStored(monday, ['07:00 2:30 Drawn']);
    await expectEvents(ada, [/09:00–11:30 2:30/]);
    await ada.waitForTimeout(300);
    await undo();
    await expectStored(monday, ['07:00 1:30 Drawn']);
  });

  it('opens an entry by click and by key, and shows one day', async () => {
    await openCalendar(monday);
    await events(ada).click();
    const drawer = ada.getByRole('dialog', { name: 'Edit entry' });
    await drawer.getByLabel('Note').waitFor();
    await ada.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await events(ada).focus();
    await ada.keyboard.press('Enter');
    await drawer.getByLabel('Note').waitFor();
    await ada.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await lookAt(ada, 'desktop', 'calendar');
    await ada.getByRole('button', { name: 'One day' }).click();
    await ada.getByRole('button', { name: 'Whole week' }).waitFor();
    await lookAt(ada, 'desktop', 'calendar-day');
  });

  it('takes no time that is still to come', async () => {
    await ada.goto(`${stage.url}/?view=calendar`);
    await ada.getByRole('button', { name: 'Week after' }).click();
    await ada.locator('.calendar-future').first().waitFor();
    await drag(ada, await point(ada, 1, 9), await point(ada, 1, 10));
    expect(await ada.getByRole('dialog').count()).toBe(0);
  });

  it.each([
    // Where the clock goes back the same hour comes twice; where it goes forward one is left out.
    ['Europe/Berlin', '2025-10-26', '01:30+02:00', '02:15+01:00', '01:30–02:15 1:45', 1.75],
    ['Europe/Berlin', '2025-03-30', '01:30+01:00', '03:30+02:00', '01:30–03:30 1:00', 2],
    ['America/New_York', '2025-11-02', '00:30-04:00', '01:15-05:00', '00:30–01:15 1:45', 1.75],
    ['America/New_York', '2025-03-09', '01:30-05:00', '03:30-04:00', '01:30–03:30 1:00', 2],
    // Here it is half an hour.
    ['Australia/Lord_Howe', '2025-04-06', '01:00+11:00', '02:15+10:30', '01:00–02:15 1:45', 2.25],
    ['Australia/Lord_Howe', '2025-10-05', '01:30+10:30', '03:30+11:00', '01:30–03:30 1:30', 2],
  ])('%s, %s: the hours are what they were', async (zone, day, from, to, text, rows) => {
    const page = await stage.window({ timezoneId: zone });
    await signIn(page, stage.url, demo.user);
    await ask(page, 'PATCH', '/api/me', { zone });
    await add(`${day}T${from}`, `${day}T${to}`, '', zone, page);
    await openCalendar(day, page);
    await expectEvents(page, [new RegExp(text)]);
    await page.locator('.calendar-slot').first().scrollIntoViewIfNeeded();
    const event = await events(page).boundingBox();
    expect((event?.height ?? 0) / rowHeight).toBeCloseTo(rows, 1);
    const [before] = await stored(day, page);
    await lookAt(page, 'desktop', `calendar-${day}`);
    // Moved by a day the entry keeps its length; taken back it is what it was.
    await shift(events(page), { rows: 0, columns: -1 });
    const earlier = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const length = String(before).split(' ')[1];
    await expect.poll(() => stored(earlier, page)).toEqual([expect.stringContaining(` ${length}`)]);
    await undo(page);
    await expectStored(day, [String(before)], page);
    // Its end an hour later is an hour more.
    await shift(events(page), { rows: 1, end: true });
    const longer = `${Number(length?.split(':')[0]) + 1}:${length?.split(':')[1]}`;
    await expectStored(day, [String(before).replace(String(length), longer)], page);
  });

  it.each([
    // Where hours come twice there is a row more.
    ['Europe/Berlin', '2025-10-26', 4, '3:00'],
    ['Europe/Berlin', '2025-03-30', 3, '1:00'],
    ['Australia/Lord_Howe', '2025-04-06', 4, '2:30'],
    ['Australia/Lord_Howe', '2025-10-05', 3, '1:30'],
  ])('%s, %s: time is drawn across the change of the clock', async (zone, day, to, length) => {
    const page = await stage.window({ timezoneId: zone });
    await signIn(page, stage.url, demo.supervisor);
    await ask(page, 'PATCH', '/api/me', { zone });
    await openCalendar(day, page);
    await drag(page, await point(page, 6, 1), await point(page, 6, to - 1 / 12));
    const drawer = page.getByRole('dialog', { name: 'Add time' });
    expect(await drawer.getByLabel('Start').inputValue()).toBe('01:00');
    expect(await drawer.getByLabel('End').inputValue()).toBe('03:00');
    expect(await drawer.getByLabel('Duration').inputValue()).toBe(length);
  });

  it('shows one day on a phone', async () => {
    const page = await stage.window(phone);
    await signIn(page, stage.url, demo.administrator);
    await openCalendar(monday, page);
    await expectEvents(page, [/Drawn/]);
    expect(await page.locator('.calendar-lane').count()).toBe(1);
    await lookAt(page, 'phone', 'calendar');
  });
});
