import type { Locator, Page } from 'playwright-core';

/** Opens a project of a vendor's own page; its script hears what is done once the page is loaded. */
export async function openThere(board: Page, project: string): Promise<void> {
  await board.getByRole('link', { name: project }).click();
  await board.waitForURL(/project=/, { waitUntil: 'load' });
}

/** Types over a name on a vendor's own page. */
export async function renameThere(board: Page, name: string, to: string): Promise<void> {
  const field = nameThere(board, name);
  await field.fill(to);
  await field.press('Enter');
  await nameThere(board, to).waitFor();
}

async function menuThere(board: Page, name: string): Promise<Locator> {
  const menu = board
    .locator('details.menu')
    .filter({ has: board.getByLabel(`More for “${name}”`) });
  await menu.locator('summary').click();
  return menu;
}

/** Sends a thing to another place by its menu; `group` is the heading of the place. */
export async function moveThere(
  board: Page,
  name: string,
  to: { readonly group: string; readonly place: string },
): Promise<void> {
  const menu = await menuThere(board, name);
  const place = menu.locator(`optgroup[label="${to.group}"] option`).filter({ hasText: to.place });
  await menu.getByLabel('Move to').selectOption((await place.getAttribute('value')) ?? '');
  const sent = board.waitForResponse(/_sandbox\/act/);
  await menu.getByRole('button', { name: 'Move' }).click();
  await sent;
}

/** Does what a button of its menu says to a thing on a vendor's own page, and waits until it is gone. */
export async function endThere(board: Page, name: string, deed: string): Promise<void> {
  const menu = await menuThere(board, name);
  await menu.getByRole('button', { name: deed, exact: true }).click();
  await nameThere(board, name).waitFor({ state: 'detached' });
}

/** The field in which a thing's name stands on a vendor's own page. */
function nameThere(board: Page, name: string): Locator {
  return board.locator('textarea[name="name"]').filter({ hasText: name });
}
