import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks the server as the person in the window does; gives the answer as it came. */
export async function ask(page: Page, method: string, path: string, data?: object) {
  const reply = await page.request.fetch(new URL(path, page.url()).href, {
    method,
    ...(data !== undefined && { data }),
  });
  const text = await reply.text();
  expect(reply.ok(), text).toBe(true);
  return text === '' ? null : JSON.parse(text);
}
