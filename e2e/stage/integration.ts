import type { Locator, Page } from 'playwright-core';
import { goTo } from './places.ts';

/** Opens the dialog that enables a vendor, from its card. */
export async function openEnable(page: Page, vendor: string): Promise<Locator> {
  await goTo(page, 'Integrations');
  await page.getByRole('button', { name: `Enable ${vendor}` }).click();
  return page.getByRole('dialog', { name: `Enable ${vendor}` });
}

/** Types a credential by the labels of its fields, and sends it. */
export async function giveCredential(
  dialog: Locator,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, value] of Object.entries(typed))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: /^Check and/ }).click();
}

/** Ticks these of what can be chosen and nothing else. */
export async function tickOnly(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('radio', { name: /^Choose/ }).check();
  const all = page.getByRole('checkbox', { name: /^All \d+ shown/ });
  await all.check();
  await all.uncheck();
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
}

/** Asks for the preview of what is chosen, and waits until it can be carried out. */
export async function preview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: /^(Import|Save)/, disabled: false }).waitFor();
}

/** Carries out what the preview showed, and waits until the tasks are there. */
export async function importPreviewed(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.getByText(/tasks came in/).waitFor();
}

/** Opens the settings of a vendor that is on. */
export async function openSettings(page: Page, vendor: string, tab = 'Overview'): Promise<void> {
  await goTo(page, 'Integrations');
  await page.getByRole('link', { name: `Settings of ${vendor}` }).click();
  await page.getByRole('tab', { name: tab }).click();
}

/** Presses Force synchronization, and gives the line in which it says what it did. */
export async function force(page: Page): Promise<string> {
  await goTo(page, 'Timesheet');
  await page.getByRole('button', { name: 'Force synchronization' }).click();
  const said = page.locator('.force-result').getByText(/Up to date|would|could not|asks/);
  await said.waitFor();
  return said.innerText();
}

/** Opens the dialog that unlinks a vendor, once it tells what will happen. */
export async function askToUnlink(page: Page, vendor: string): Promise<Locator> {
  await openSettings(page, vendor);
  await page.getByRole('button', { name: 'Unlink…' }).click();
  const dialog = page.getByRole('dialog', { name: `Unlink ${vendor}?` });
  await dialog.getByText('The stored credential is erased at once').waitFor();
  await dialog.getByText('All tracked time and all assignments stay').waitFor();
  return dialog;
}
