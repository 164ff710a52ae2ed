import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { picture } from './picture.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Light and dark: a picture to look at, nothing that axe finds, nothing beyond the right edge. */
export async function lookAt(page: Page, walk: string, screen: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await picture(page, `looks/${screen} ${walk} light`);
  const findings = await axe(page, (builder) => builder.withTags(standards));
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `looks/${screen} ${walk} dark`);
  // What a screen is made of is the same in the dark; what can be told apart is not.
  findings.push(...(await axe(page, (builder) => builder.withRules(['color-contrast']))));
  await page.emulateMedia({ colorScheme: 'light' });
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (beyond > 0) findings.push(`${beyond} px beyond the right edge`);
  expect.soft(findings, `${screen}, ${walk}`).toEqual([]);
}

async function axe(page: Page, set: (builder: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // There are no frames on these pages, so axe needs no window of its own to put its findings together.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await set(builder).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
  // A line that the bar at the bottom covers in part comes free when the screen is scrolled.
  return found.filter((finding) => !finding.includes('partially obscured'));
}
