import type { Locator, Page } from 'playwright-core';

/** Goes to a screen by its link in the navigation. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen })
    .filter({ visible: true })
    .click();
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
}

/** The line of a task in the tree of Projects. */
export function lineOf(page: Page, name: string): Locator {
  return page.getByRole('treeitem', { name, exact: true });
}

/** Opens a branch of the tree, unless it stands open. */
export async function openBranch(page: Page, name: string): Promise<void> {
  const line = lineOf(page, name);
  if ((await line.getAttribute('aria-expanded')) === 'true') return;
  await line.getByRole('button', { name: 'Unfold', exact: true }).click();
}

/** The names of the lines that are drawn, from top to bottom. */
export async function namesInTree(page: Page): Promise<string[]> {
  const lines = page.getByRole('tree').getByRole('treeitem');
  const names = await lines.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  return names.flatMap((name) => name ?? []);
}
