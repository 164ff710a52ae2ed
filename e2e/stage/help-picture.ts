import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const providers = join(import.meta.dirname, '../../packages/providers');

/** The steps of an integration that its help page can show. */
type HelpStep = 'enable' | 'choose' | 'preview' | 'settings' | 'timesheet' | 'unlink';

/**
 * Keeps what a window shows as a picture of a vendor's help page, where `HELP_PICTURES=1` asks for it;
 * else a test run would change the tree.
 */
export async function helpPicture(page: Page, vendor: string, step: HelpStep): Promise<void> {
  if (process.env['HELP_PICTURES'] !== '1') return;
  const folder = join(providers, vendor, 'help');
  await mkdir(folder, { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: join(folder, `${step}.png`),
    clip: { x: 0, y: 0, width: 1280, height: 800 },
    animations: 'disabled',
    caret: 'hide',
  });
}
