import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { drag, events, expectEvents, point, shift } from './stage/calendar.ts';
import { hint, settled } from './stage/offline.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
const monday = '2025-06-02';
let page: Page;

beforeAll(async () => {
  page = await stage.window();
  stage.expectAnswer(page, { status: 0, path: '/' });
  await signIn(page, stage.url, demo.user);
  const { tasks } = await ask(page, 'GET', '/api/tasks/search?q=Wireframes&for=track');
  for (const [from, to, note] of [
    ['07:00', '08:00', 'Morning'],
    ['11:00', '12:00', 'Afternoon'],
  ]) {
    await ask(page, 'POST', '/api/entries', {
      id: crypto.randomUUID(),
      taskId: tasks[0].id,
      startedAt: `${monday}T${from}:00Z`,
      stoppedAt: `${monday}T${to}:00Z`,
      zone: 'Europe/Berlin',
      note,
    });
  }
}, 60_000);

/** The entries of the week as the server has them, in UTC: two hours behind the screen. */
async function stored(): Promise<string[]> {
  const { entries } = await ask(page, 'GET', `/api/entries?from=${monday}&to=2025-06-08`);
  return entries.map(
    ({
      day,
      startedAt,
      stoppedAt,
      note,
    }: Record<'day' | 'startedAt' | 'stoppedAt' | 'note', string>) =>
      `${day} ${startedAt.slice(11, 16)}–${stoppedAt.slice(11, 16)} ${note}`.trim(),
  );
}

function cell(date: string): Locator {
  return page.getByRole('grid').getByLabel(new RegExp(`^Wireframes, ${date}`));
}

async function open(view: 'week' | 'calendar'): Promise<void> {
  await page.goto(`${stage.url}/?view=${view}&day=${monday}`);
  await page
    .locator(view === 'week' ? '[role=grid]' : '.calendar-lane')
    .first()
    .waitFor();
}

it('the week is filled without a connection, and arrives once', async () => {
  await open('week');
  await cell('Tuesday').waitFor();
  await settled(page);
  await page.context().setOffline(true);
  await cell('Tuesday').fill('1:30');
  await cell('Tuesday').press('Enter');
  await cell('Wednesday').fill('45m');
  await cell('Wednesday').press('Enter');
  await hint(page, 'Offline – 2 changes wait').waitFor();
  await cell('Tuesday').fill('2:00');
  await cell('Tuesday').press('Enter');
  await hint(page, 'Offline – 3 changes wait').waitFor();
  const totals = page.getByRole('grid').locator('tfoot td');
  await expect.poll(async () => (await totals.allInnerTexts()).at(-1)).toBe('4:45');

  await page.reload();
  await expect.poll(() => cell('Tuesday').inputValue()).toBe('2:00');
  expect(await cell('Wednesday').inputValue()).toBe('0:45');
  await page.context().setOffline(false);
  await hint(page, /Offline|wait/).waitFor({ state: 'hidden' });
  const wanted = [
    `${monday} 07:00–08:00 Morning`,
    `${monday} 11:00–12:00 Afternoon`,
    '2025-06-03 07:00–09:00',
    '2025-06-04 07:00–07:45',
  ];
  await expect.poll(stored).toEqual(wanted);
  await page.reload();
  await expect.poll(() => cell('Tuesday').inputValue()).toBe('2:00');
  expect(await stored()).toEqual(wanted);
});

it('the calendar is drawn and dragged in without a connection, and arrives once', async () => {
  await open('calendar');
  await expectEvents(page, [/Morning/, /Afternoon/, /2:00/, /0:45/]);
  await settled(page);
  await page.context().setOffline(true);
  await shift(events(page).filter({ hasText: 'Morning' }), { rows: 1, columns: 3 });
  await hint(page, 'Offline – 1 change waits').waitFor();
  await shift(events(page).filter({ hasText: 'Afternoon' }), { rows: 1, end: true });
  await hint(page, 'Offline – 2 changes wait').waitFor();
  await drag(page, await point(page, 4, 9), await point(page, 4, 9.92));
  const drawer = page.getByRole('dialog', { name: 'Add time' });
  await drawer.getByLabel('Note').fill('Drawn on the train');
  await drawer.getByRole('button', { name: 'Add time' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await hint(page, 'Offline – 3 changes wait').waitFor();
  const drawn = [
    /13:00–15:00 2:00 Afternoon/,
    /2:00/,
    /0:45/,
    /10:00–11:00 1:00 Morning/,
    /09:00–10:00 1:00 Drawn on the train/,
  ];
  await expectEvents(page, drawn);
  await page.reload();
  await expectEvents(page, drawn);
  await page.context().setOffline(false);
  await hint(page, /Offline|wait/).waitFor({ state: 'hidden' });
  await expect
    .poll(stored)
    .toEqual([
      `${monday} 11:00–13:00 Afternoon`,
      '2025-06-03 07:00–09:00',
      '2025-06-04 07:00–07:45',
      '2025-06-05 08:00–09:00 Morning',
      '2025-06-06 07:00–08:00 Drawn on the train',
    ]);
  await expectEvents(page, drawn);
});
