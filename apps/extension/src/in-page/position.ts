import type { Spot } from '@timegrove/providers/kit/page.ts';

/** Where a button goes. */
export interface Position extends Pick<Spot, 'where'> {
  readonly place: Element;
}

/**
 * Whether an element is where it belongs. Any position in the right part of the page will do: a page
 * that adds its own things on the same side would otherwise fight for the last word.
 */
export function isAt(element: Element, { place, where }: Position): boolean {
  const inside = where === 'append' || where === 'prepend';
  return element.isConnected && element.parentElement === (inside ? place : place.parentElement);
}
