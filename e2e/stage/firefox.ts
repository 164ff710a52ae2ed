import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** A Firefox with the built extension in it, as one person uses it. */
export interface ExtendedFirefox {
  /** Opens a page of the extension in a tab: `popup.html`, `options.html`. */
  openOwn(name: string): Promise<Page>;
  /** Opens a page under its true address, played with this markup. */
  openPlayed(address: string, body: string): Promise<Page>;
  close(): Promise<void>;
}

const built = join(import.meta.dirname, '../../apps/extension/dist/firefox-mv3');
const extensionId = 'timegrove@timegrove.example';
// Firefox would make up the address of the extension's pages.
const ownHost = '7b0e6f52-7a2e-4b7e-9d53-2f1f6c0a6f10';

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: ownHost }),
  // Nobody can answer the question for a permission here, so it is granted when it is asked for.
  'extensions.webextOptionalPermissionPrompts': false,
  'intl.accept_languages': 'en-GB',
};

/** Starts it. */
export async function openExtendedFirefox(): Promise<ExtendedFirefox> {
  const folder = await mkdtemp(join(tmpdir(), 'timegrove-firefox-'));
  const extension = join(folder, 'extension');
  await cp(built, extension, { recursive: true });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    // Without it no page of an extension can be gone to.
    args: ['--remote-allow-system-access'],
    userDataDir: join(folder, 'profile'),
    extraPrefsFirefox: preferences,
    defaultViewport: { width: 1000, height: 700 },
  });
  await browser.installExtension(extension);
  return {
    openOwn: async (name) => openOwn(browser, name),
    openPlayed: async (address, body) => openPlayed(browser, address, body),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openOwn(browser: Browser, name: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox never says of such a page that it is there, so its content is waited for.
  await page.goto(`moz-extension://${ownHost}/${name}`, { waitUntil: [] });
  await page.waitForSelector('main[aria-busy="false"]');
  return page;
}

async function openPlayed(browser: Browser, address: string, body: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const played = { contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` };
    void (request.isNavigationRequest() ? request.respond(played) : request.abort());
  });
  await page.goto(address);
  return page;
}
