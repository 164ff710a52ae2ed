import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import type { Look } from './use-stage.ts';

/** A phone with a browser of its own, which keeps what it keeps when the last window is closed. */
export interface Phone {
  readonly context: BrowserContext;
  /** The service worker of the app, once it runs. */
  worker(): Promise<Worker>;
  end(): Promise<void>;
}

/** How the windows of a phone look. */
export const phoneLook: Look = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
};

/** Turns a phone on: unlike a window of the stage, it can have the app installed and show notifications. */
export async function aPhone(): Promise<Phone> {
  const folder = await mkdtemp(join(tmpdir(), 'timegrove-phone-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...phoneLook,
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    permissions: ['notifications'],
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    worker: async () =>
      context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker')),
    end: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
