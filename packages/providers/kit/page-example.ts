import type { Item } from '@timegrove/domain/provider.ts';
import type { Html } from './sandbox/html.ts';

/** A page of the vendor as it stands while an item is open: its address and what is in its body. */
export interface ShownPage {
  readonly address: string;
  readonly body: Html;
}

/**
 * Plays the vendor's pages where none of them can be reached: for the conformance cases, and for the
 * journeys that put the browser plugin's button into them. `page-example.ts` of a provider exports
 * one as `example`, with as much of the vendor's own markup as is known.
 */
export interface PageExample {
  /**
   * The page on which a person sees the item.
   * @param above what it lies in, from the top down
   */
  show(item: Item, above: readonly Item[]): ShownPage;
}
