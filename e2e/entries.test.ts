import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAt } from './stage/look-at.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
let ada: Page;
let day = '2026-03-01';
let taskId = '';

beforeAll(async () => {
  ada = await stage.window();
  await signIn(ada, stage.url, demo.administrator);
  const found = await ask(ada, 'GET', '/api/tasks/search?q=Wireframes&for=track');
  taskId = String(found.tasks[0].id);
}, 60_000);

beforeEach(() => {
  // Each journey has a day of its own.
  day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
});

/** Asks the server as the person in the window does. */
async function ask(page: Page, method: string, path: string, data?: object) {
  const reply = await page.request.fetch(`${stage.url}${path}`, {
    method,
    ...(data !== undefined && { data }),
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.json();
}

/** Puts time on the journey's day: `['09:00', '10:00', 'note']`, on a task unless told. */
async function fill(
  times: readonly (readonly [from: string, to: string, note: string])[],
  { page = ada, task = taskId }: { page?: Page; task?: string | null } = {},
): Promise<void> {
  for (const [from, to, note] of times) {
    await ask(page, 'POST', '/api/entries', {
      id: crypto.randomUUID(),
      taskId: task,
      startedAt: instant(from),
      stoppedAt: instant(to),
      zone: 'Europe/Berlin',
      note,
    });
  }
}

/** A clock time of the journey's day in Berlin, in winter. */
function instant(time: string): string {
  return new Date(`${day}T${time}:00+01:00`).toISOString();
}

async function open(page = ada): Promise<void> {
  await page.goto(`${stage.url}/?day=${day}`);
  await lines(page).first().waitFor();
}

function lines(page = ada): Locator {
  return page.getByRole('main').locator('.entry');
}

/** The lines as a person reads them. */
async function read(page = ada): Promise<string[]> {
  const texts = await lines(page).allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

async function expectLines(wanted: readonly RegExp[], page = ada): Promise<void> {
  await expect
    .poll(() => read(page), { timeout: 8000 })
    .toEqual(wanted.map((one) => expect.stringMatching(one)));
}

async function choose(line: Locator, item: string | RegExp, page = ada): Promise<void> {
  await line.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function undo(page = ada): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).last().click();
}

describe('one entry', () => {
  it('is split where it is said, and put together again', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await open();
    await choose(lines().first(), 'Split…');
    const dialog = ada.getByRole('dialog', { name: 'Split entry' });
    expect(await dialog.getByLabel('Split at').inputValue()).toBe('09:30');
    await dialog.getByLabel('Split at').fill('10:15');
    await dialog.getByLabel('Split at').press('Tab');
    await dialog.getByText('Choose a time inside the entry.').waitFor();
    await dialog.getByLabel('Split at').fill('920');
    await dialog.getByLabel('Split at').press('Tab');
    await lookAt(ada, 'desktop', 'entries-split');
    await dialog.getByRole('button', { name: 'Split' }).click();
    await expectLines([/Sketches.*09:00 – 09:20 0:20/, /Sketches.*09:20 – 10:00 0:40/]);
    await undo();
    await expectLines([/Sketches.*09:00 – 10:00 1:00/]);
    await ada.reload();
    await expectLines([/Sketches.*09:00 – 10:00 1:00/]);
  });

  it('is merged with the one before, with what was not tracked between them', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await fill([['10:15', '11:00', 'Mail']], { task: null });
    await open();
    await lines()
      .last()
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await lookAt(ada, 'desktop', 'entries-menu');
    await ada
      .getByRole('menuitem', { name: /with 0:15 not tracked.*as time on “Wireframes”/ })
      .click();
    await expectLines([/Wireframes.*Sketches; Mail.*09:00 – 11:00 2:00/]);
    await undo();
    await expectLines([/Sketches.*09:00 – 10:00/, /No task.*Mail.*10:15 – 11:00/]);
    await ada.reload();
    await expectLines([/Sketches.*09:00 – 10:00/, /No task.*Mail.*10:15 – 11:00/]);
  });

  it('is duplicated to another time', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await open();
    await choose(lines().first(), 'Duplicate…');
    const drawer = ada.getByRole('dialog', { name: 'Add time' });
    expect(await drawer.getByLabel('Note').inputValue()).toBe('Sketches');
    await drawer.getByLabel('Start').fill('14');
    await drawer.getByLabel('Start').press('Tab');
    await drawer.getByRole('button', { name: 'Add time' }).click();
    await expectLines([/09:00 – 10:00 1:00/, /Wireframes.*Sketches.*14:00 – 15:00 1:00/]);
  });

  it('is continued, with its tags', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await open();
    await choose(lines().first(), 'Continue');
    await timerBar(ada).getByText('Wireframes').waitFor();
    await timerBar(ada).getByRole('button', { name: 'More for this timer' }).click();
    await ada.getByRole('menuitem', { name: 'Discard this timer' }).click();
    await timerBar(ada).getByRole('button', { name: 'Start' }).waitFor();
  });

  it('gets a tag that is made while it is edited', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await open();
    await lines()
      .first()
      .getByRole('button', { name: /^Wireframes/ })
      .click();
    const drawer = ada.getByRole('dialog', { name: 'Edit entry' });
    const tags = drawer.getByRole('combobox', { name: 'Tags' });
    await tags.fill('Urgent');
    await ada.getByRole('option', { name: 'Add “Urgent”' }).click();
    await drawer.getByText('Urgent').first().waitFor();
    await lookAt(ada, 'desktop', 'entries-tags');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expectLines([/Wireframes.*Sketches.*Urgent.*09:00/]);
  });
});

describe('several entries', () => {
  it('are selected with Shift, moved, billed, tagged and taken back', async () => {
    await fill([
      ['09:00', '10:00', 'One'],
      ['10:00', '11:00', 'Two'],
      ['11:30', '12:00', 'Three'],
    ]);
    await open();
    await lines().first().getByRole('checkbox').click();
    await lines()
      .last()
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    const bar = ada.getByRole('toolbar', { name: 'Selected entries' });
    await bar.getByText('3 selected').waitFor();
    await lookAt(ada, 'desktop', 'entries-bulk');
    await bar.getByRole('button', { name: 'Move to task' }).click();
    await bar.getByRole('combobox', { name: 'Search tasks' }).fill('script');
    await bar.getByRole('option', { name: /^Script/ }).click();
    await expectLines([/^Script.*One/, /^Script.*Two/, /^Script.*Three/]);
    await undo();
    await expectLines([/^Wireframes.*One/, /^Wireframes.*Two/, /^Wireframes.*Three/]);
    await bar.getByRole('button', { name: 'Tags' }).click();
    await ada.getByRole('menuitemcheckbox', { name: 'Urgent' }).click();
    await ada.keyboard.press('Escape');
    await expectLines([/One Urgent/, /Two Urgent/, /Three Urgent/]);
    await bar.getByRole('button', { name: 'Billable' }).click();
    await ada.getByRole('menuitem', { name: 'Not billable' }).click();
    await expect.poll(() => lines().getByTitle('Billable').count()).toBe(0);
    await ada.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
  });

  it('are deleted and brought back', async () => {
    await fill([
      ['09:00', '10:00', 'One'],
      ['10:00', '11:00', 'Two'],
    ]);
    await open();
    await lines().first().getByRole('checkbox').focus();
    await ada.keyboard.press('Space');
    await lines().last().getByRole('checkbox').focus();
    await ada.keyboard.press('Space');
    const bar = ada.getByRole('toolbar', { name: 'Selected entries' });
    await bar.getByRole('button', { name: 'Delete' }).click();
    await ada.getByText('No time on this day').waitFor();
    await ada.getByText('2 entries deleted').waitFor();
    await undo();
    await expectLines([/One/, /Two/]);
    await ada.reload();
    await expectLines([/One/, /Two/]);
  });

  it('are added up by project, and overlaps stand out', async () => {
    await fill([
      ['09:00', '10:00', 'One'],
      ['09:45', '11:00', 'Two'],
    ]);
    await fill([['12:00', '12:30', 'Mail']], { task: null });
    await open();
    await lines().getByText('overlaps 0:15').waitFor();
    const sums = await ada.getByRole('list', { name: 'By project' }).innerText();
    expect(sums.replaceAll(/\s+/g, ' ')).toBe('Harbour Museum 2:15 No task 0:30');
    await lookAt(ada, 'desktop', 'entries-day');
  });
});

describe('on a phone', () => {
  it('a long press selects, and further lines are tapped', async () => {
    await fill([
      ['09:00', '10:00', 'One'],
      ['09:45', '11:00', 'Two'],
    ]);
    const phone = await stage.window({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await signIn(phone, stage.url, demo.administrator);
    await open(phone);
    await lookAt(phone, 'phone', 'entries-day');
    const first = lines(phone).first().locator('.entry-open');
    await first.dispatchEvent('touchstart');
    await phone.getByText('1 selected').waitFor();
    await first.dispatchEvent('touchend');
    await lines(phone).last().locator('.entry-open').tap();
    await phone.getByText('2 selected').waitFor();
    await lookAt(phone, 'phone', 'entries-bulk');
    await phone.getByRole('button', { name: 'Merge' }).click();
    await expectLines([/One; Two.*2:00/], phone);
    await choose(lines(phone).first(), 'Split…', phone);
    await phone.getByRole('dialog', { name: 'Split entry' }).waitFor();
    await lookAt(phone, 'phone', 'entries-split');
  });
});

describe("somebody else's time", () => {
  it('is changed by an administrator, and shows who did', async () => {
    const uma = await stage.window();
    await signIn(uma, stage.url, demo.user);
    await fill([['09:00', '10:00', 'By Uma']], { page: uma });
    await ada.goto(`${stage.url}/?day=${day}`);
    await ada.getByRole('combobox', { name: 'Whose time' }).click();
    await ada.getByRole('option', { name: 'Uma Rowan' }).click();
    await ada.getByRole('heading', { name: 'Uma Rowan’s timesheet' }).waitFor();
    await lines().getByText('By Uma').click();
    const drawer = ada.getByRole('dialog', { name: 'Edit entry' });
    await drawer.getByLabel('Note').fill('By Ada');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expectLines([/By Ada.*changed by Ada Linden, .*09:00 – 10:00/]);
    await lookAt(ada, 'desktop', 'entries-others');
    await ada.getByRole('button', { name: 'Add time' }).first().click();
    const adding = ada.getByRole('dialog', { name: 'Add time' });
    await adding.getByLabel('Note').fill('Forgotten');
    await adding.getByRole('button', { name: 'Add time' }).click();
    await expectLines([/By Ada/, /Forgotten.*changed by Ada/]);
    await open(uma);
    await expectLines([/By Ada.*changed by Ada Linden/, /Forgotten/], uma);
  });

  it('is looked at by a supervisor, and not changed', async () => {
    const uma = await stage.window();
    await signIn(uma, stage.url, demo.user);
    await fill([['09:00', '10:00', 'By Uma']], { page: uma });
    const sam = await stage.window();
    await signIn(sam, stage.url, demo.supervisor);
    await sam.goto(`${stage.url}/?day=${day}`);
    await sam.getByRole('combobox', { name: 'Whose time' }).click();
    await sam.getByRole('option', { name: 'Uma Rowan' }).click();
    await sam.getByText('You can look at this time, not change it.').waitFor();
    await expectLines([/By Uma.*09:00 – 10:00/], sam);
    expect(
      await sam
        .getByRole('main')
        .getByRole('button', { name: /Wireframes/ })
        .count(),
    ).toBe(0);
    expect(await sam.getByRole('button', { name: 'Add time' }).count()).toBe(0);
    await lookAt(sam, 'desktop', 'entries-looked-at');
  });
});

describe("what the account's rules forbid", () => {
  it('is said where it was tried, or not offered', async () => {
    await fill([['09:00', '10:00', 'Sketches']]);
    await ask(ada, 'PATCH', '/api/account', { overlapsAllowed: false });
    stage.expectAnswer(ada, { status: 409, path: '/api/entries' });
    await open();
    await choose(lines().first(), 'Duplicate…');
    const drawer = ada.getByRole('dialog', { name: 'Add time' });
    await drawer.getByRole('button', { name: 'Add time' }).click();
    await drawer.getByText(/This overlaps with “Wireframes” \(09:00 – 10:00\)/).waitFor();
    await lookAt(ada, 'desktop', 'entries-refused');
    await ada.keyboard.press('Escape');
    await ask(ada, 'PATCH', '/api/account', { overlapsAllowed: true, lockAfterDays: 3 });
    await ada.getByText('Time on this day is locked.').waitFor();
    expect(await lines().getByRole('button').count()).toBe(0);
    await lookAt(ada, 'desktop', 'entries-locked');
    await ask(ada, 'PATCH', '/api/account', { lockAfterDays: null, entriesByHand: false });
    await lines().first().getByRole('button', { name: 'Continue Wireframes' }).waitFor();
    expect(await ada.getByRole('button', { name: 'Add time' }).count()).toBe(0);
    await ask(ada, 'PATCH', '/api/account', { entriesByHand: true });
  });
});
