import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../../screenshots');

/** Keeps a picture of what a window shows, in the ignored folder `screenshots/`. */
export async function picture(page: Page, name: string): Promise<string> {
  const path = join(folder, `${name.replaceAll(/[^\w/.-]+/g, '-')}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}
