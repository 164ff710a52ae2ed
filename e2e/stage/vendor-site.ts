import type { Item } from '@timegrove/domain/provider.ts';
import type { PageExample } from '@timegrove/providers/kit/page-example.ts';
import type { VendorPage } from '@timegrove/providers/kit/page.ts';
import type { BrowserContext, Page } from 'playwright-core';

/** An item with what it lies in, from the top down. */
export interface PlacedItem {
  readonly item: Item;
  readonly above: readonly Item[];
}

/** A vendor's site under its true address, played by the example page of its provider. */
export interface VendorSite {
  /** Opens the page of an item in a new tab. @param body in place of the vendor's own markup */
  open(placed: PlacedItem, body?: string): Promise<Page>;
  /** Goes to the page of another item as a single-page app does: first the address, then the page. */
  goOn(page: Page, placed: PlacedItem): Promise<void>;
  /** What stands on the page of an item. */
  bodyOf(placed: PlacedItem): string;
}

// As strict as a page can be with what comes from elsewhere.
const policy = "default-src 'none'; style-src-attr 'unsafe-inline'";

/** Answers for a vendor's addresses in this browser. */
export async function playVendor(
  context: BrowserContext,
  { page, example }: { readonly page: VendorPage; readonly example: PageExample },
): Promise<VendorSite> {
  let served = '';
  for (const pattern of page.matches)
    await context.route(pattern.replace(/\*$/, '**'), async (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy },
        body: `<!doctype html><title>Vendor</title><body>${served}</body>`,
      }),
    );
  const bodyOf = ({ item, above }: PlacedItem): string => example.show(item, above).body.markup;
  const addressOf = ({ item, above }: PlacedItem): string => example.show(item, above).address;
  return {
    bodyOf,
    open: async (placed, body = bodyOf(placed)) => {
      served = body;
      const tab = await context.newPage();
      await tab.goto(addressOf(placed));
      return tab;
    },
    goOn: async (tab, placed) => {
      await tab.evaluate((address) => history.pushState(null, '', address), addressOf(placed));
      await tab.evaluate((body) => {
        document.body.innerHTML = body;
      }, bodyOf(placed));
    },
  };
}
