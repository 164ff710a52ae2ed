import { MatchPattern } from 'wxt/utils/match-patterns';
import { browser } from '../browser.ts';

/**
 * The title of the page below the popup; null where the browser does not tell, and on the pages of
 * the vendors, which have buttons of their own, and of Timegrove itself.
 */
export async function pageTitle(server: string): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const title = tab?.title?.trim();
  if (title === undefined || title === '' || tab?.url === undefined) return null;
  const { origin, protocol } = new URL(tab.url);
  if (!/^https?:$/.test(protocol) || origin === server) return null;
  return isVendors(tab.url) ? null : title;
}

function isVendors(url: string): boolean {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts
    .flatMap(({ matches }) => matches ?? [])
    .some((pattern) => new MatchPattern(pattern).includes(url));
}
