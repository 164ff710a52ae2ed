import type { Locator, Page } from 'playwright-core';

/** The bar that shows what one is on. */
export function timerBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Timer' });
}

/** The button that opens the task picker of the bar. */
export function pickerOf(page: Page): Locator {
  return timerBar(page).getByRole('button', { name: /Task of the timer/ });
}

/** Opens the picker, searches, and chooses the task of that very name. */
export async function pick(page: Page, name: string): Promise<void> {
  await pickerOf(page).click();
  await timerBar(page).getByRole('combobox', { name: 'Search tasks' }).fill(name);
  await timerBar(page).getByRole('option', { name }).first().click();
}

/** The button that starts. */
export function startButton(page: Page): Locator {
  return timerBar(page).getByRole('button', { name: 'Start' });
}

/** The button that stops; there only while something runs. */
export function stopButton(page: Page): Locator {
  return timerBar(page).getByRole('button', { name: 'Stop' });
}
