import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How high the calendar draws an hour. */
export const rowHeight = 44;

/** A place on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The entries that the calendar draws. */
export function events(page: Page): Locator {
  return page.locator('.calendar-event');
}

/** Waits until the calendar draws these entries, by the words on them. */
export async function expectEvents(page: Page, wanted: readonly RegExp[]): Promise<void> {
  const read = async (): Promise<string[]> =>
    (await events(page).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
  await expect.poll(read).toEqual(wanted.map((one) => expect.stringMatching(one)));
}

/** Where a row stands on the screen, in a column counted from 0. */
export async function point(page: Page, column: number, row: number): Promise<Point> {
  const slot = page.locator('.calendar-slot').nth(Math.floor(row));
  await slot.scrollIntoViewIfNeeded();
  const [place, lane] = [
    await slot.boundingBox(),
    await page.locator('.calendar-lane').nth(column).boundingBox(),
  ];
  if (place === null || lane === null) throw new Error('the calendar is not drawn');
  return { x: lane.x + lane.width / 2, y: place.y + (row % 1) * rowHeight + 2.5 };
}

/** Drags with the mouse. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** Takes an event by its middle, or an end of it, and drops it so many rows and columns further. */
export async function shift(
  event: Locator,
  by: { readonly rows: number; readonly columns?: number; readonly end?: boolean },
): Promise<void> {
  const page = event.page();
  const box = await event.boundingBox();
  const lane = await page.locator('.calendar-lane').first().boundingBox();
  if (box === null || lane === null) throw new Error('the calendar is not drawn');
  const y = by.end === true ? box.y + box.height - 3 : box.y + box.height / 2;
  const from = { x: box.x + box.width / 2, y };
  await drag(page, from, {
    x: from.x + (by.columns ?? 0) * lane.width,
    y: y + by.rows * rowHeight,
  });
}
