import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** A screen by the address that opens it, and what stands there once its first rows do. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly row: string;
}

/** What a screen got from the server when it was opened, and how long it took to show its first rows. */
export interface Opened {
  readonly screen: Screen;
  readonly asked: readonly string[];
  readonly ms: number;
}

// After its first rows a screen may go on asking.
const settling = 1_500;

/** Opens screens, one after the other, each in a browser that was never there. */
export async function openScreens(
  server: string,
  cookie: string,
  screens: readonly Screen[],
): Promise<Opened[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const opened: Opened[] = [];
  try {
    for (const screen of screens) {
      const context = await browser.newContext();
      await enter(context, server, cookie);
      opened.push(await open(await context.newPage(), server, screen));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return opened;
}

async function enter(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await context.addCookies(cookies);
}

async function open(page: Page, server: string, screen: Screen): Promise<Opened> {
  const asked = new Set<string>();
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    const read = response.ok() && response.request().method() === 'GET';
    if (read && pathname.startsWith('/api/')) asked.add(pathname + search);
  });
  const from = performance.now();
  await page.goto(server + screen.path);
  await page.locator(screen.row).first().waitFor();
  const ms = performance.now() - from;
  await page.waitForTimeout(settling);
  return { screen, asked: [...asked], ms };
}
