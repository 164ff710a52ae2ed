import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { ask } from './stage/ask.ts';
import { events, expectEvents, point, rowHeight, type Point } from './stage/calendar.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { fingerOn, type Finger } from './stage/touch.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');
const day = '2025-07-07';
let phone: Page;
let finger: Finger;

beforeAll(async () => {
  phone = await stage.window({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(phone, stage.url, demo.administrator);
  await phone.goto(`${stage.url}/?view=calendar&day=${day}`);
  await phone.locator('.calendar-lane').first().waitFor();
  finger = await fingerOn(phone);
}, 60_000);

/** The times of the day's entries as the server has them, in UTC: two hours behind the screen. */
async function stored(): Promise<string[]> {
  const { entries } = await ask(phone, 'GET', `/api/entries?from=${day}&to=${day}`);
  return entries.map((entry: { startedAt: string; stoppedAt: string }) =>
    [entry.startedAt, entry.stoppedAt].map((at) => at.slice(11, 16)).join('–'),
  );
}

async function expectStored(wanted: readonly string[]): Promise<void> {
  await expect.poll(stored).toEqual(wanted);
}

async function middleOf(thing: Locator): Promise<Point> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function below({ x, y }: Point, rows: number): Point {
  return { x, y: y + rows * rowHeight };
}

it('a finger that only passes over the hours draws nothing and scrolls', async () => {
  const from = await point(phone, 0, 9);
  await finger.drag(from, below(from, -3));
  expect(await phone.getByRole('dialog').count()).toBe(0);
  await expect
    .poll(async () => (await phone.locator('.calendar-slot').nth(9).boundingBox())?.y)
    .toBeLessThan(from.y - rowHeight);
});

it('a long press draws time', async () => {
  const from = await point(phone, 0, 9);
  await finger.pressAndDrag(from, below(from, 1.4));
  const drawer = phone.getByRole('dialog', { name: 'Add time' });
  expect(await drawer.getByLabel('Start').inputValue()).toBe('09:00');
  expect(await drawer.getByLabel('End').inputValue()).toBe('10:30');
  await drawer.getByLabel('Note').fill('By finger');
  await drawer.getByRole('button', { name: 'Add time' }).tap();
  await drawer.waitFor({ state: 'hidden' });
  await expectStored(['07:00–08:30']);
  await expectEvents(phone, [/09:00–10:30 1:30 By finger/]);
});

it('a long press on an entry moves it, and it can be taken back', async () => {
  const from = await middleOf(events(phone));
  await finger.pressAndDrag(from, below(from, 2));
  await expectStored(['09:00–10:30']);
  await phone.getByRole('button', { name: 'Undo' }).last().tap();
  await expectStored(['07:00–08:30']);
  await expectEvents(phone, [/09:00–10:30/]);
});

it('an entry that was pressed shows handles, which stretch it', async () => {
  await finger.press(await middleOf(events(phone)));
  // What was drawn below the finger goes away with it.
  await expectEvents(phone, [/09:00–10:30/]);
  const handle = await middleOf(events(phone).locator('.calendar-handle-end'));
  await finger.drag(handle, below(handle, 1));
  await expectStored(['07:00–09:30']);
  await expectEvents(phone, [/09:00–11:30 2:30/]);
});

it('a tap opens an entry', async () => {
  const beside = await point(phone, 0, 15);
  await phone.touchscreen.tap(beside.x, beside.y);
  expect(await phone.getByRole('dialog').count()).toBe(0);
  await events(phone).tap();
  const drawer = phone.getByRole('dialog', { name: 'Edit entry' });
  expect(await drawer.getByLabel('Note').inputValue()).toBe('By finger');
});
