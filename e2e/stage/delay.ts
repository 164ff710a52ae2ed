import type { Locator, Page } from 'playwright-core';

/**
 * Presses a button in one window and tells after how many ms a button with these words stands in
 * another one, in its timer bar or at a place of its own. Both moments are taken inside the pages, by
 * the clock of the machine.
 */
export async function delayOf(
  button: Locator,
  other: Page,
  words: string,
  place = '.timer-bar',
): Promise<number> {
  await notePress(button);
  await noteShown(other, { words, place });
  await button.click();
  const [pressed, shown] = await Promise.all([noted(button.page()), noted(other)]);
  return shown - pressed;
}

async function notePress(button: Locator): Promise<void> {
  await button.evaluate((element) => {
    const note = document.documentElement.dataset;
    delete note['notedAt'];
    const take = (): void => void (note['notedAt'] = String(Date.now()));
    element.addEventListener('click', take, { capture: true, once: true });
  });
}

async function noteShown(page: Page, wanted: { words: string; place: string }): Promise<void> {
  await page.evaluate(({ words, place }) => {
    const note = document.documentElement.dataset;
    delete note['notedAt'];
    const watching = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll(`${place} button`)];
      if (!buttons.some((one) => one.textContent === words)) return;
      note['notedAt'] = String(Date.now());
      watching.disconnect();
    });
    watching.observe(document.body, { childList: true, subtree: true });
  }, wanted);
}

async function noted(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => document.documentElement.dataset['notedAt'], null, {
    polling: 20,
  });
  return Number(await at.jsonValue());
}
