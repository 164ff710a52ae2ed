import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** A Chromium with the built extension in it, as one person uses it. */
export interface ExtendedBrowser {
  readonly context: BrowserContext;
  /** Opens a page of the extension in a tab: `popup.html`, `options.html`. */
  openOwn(name: string): Promise<Page>;
  /** Connects it to a server as a person does who has a token for the API. */
  connect(server: string, token: string): Promise<void>;
  /** Ends the background, as the browser does when it needs room. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

const built = join(import.meta.dirname, '../../apps/extension/dist/chrome-mv3');

/** Starts it. Nobody can answer the browser's question for a permission here, so it has it already. */
export async function openExtendedBrowser(): Promise<ExtendedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'timegrove-extension-'));
  const extension = join(folder, 'extension');
  await cp(built, extension, { recursive: true });
  const manifest = join(extension, 'manifest.json');
  const said: object = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...said, host_permissions: ['http://127.0.0.1/*'] }));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    // The browser's own headless mode takes extensions; the library's would not.
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const background = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const home = new URL('/', background.url()).href;
  const openOwn = async (name: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL(name, home).href);
    return page;
  };
  return {
    context,
    openOwn,
    connect: async (server, token) => {
      const page = await openOwn('options.html');
      await page.getByRole('button', { name: 'Use an API token instead' }).click();
      await page.getByLabel('Address of your Timegrove').fill(server);
      await page.getByLabel('API token', { exact: true }).fill(token);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Connected', { exact: true }).waitFor();
      await page.close();
    },
    killBackground: async () => {
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
