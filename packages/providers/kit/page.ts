/**
 * What a provider knows of its vendor's web pages: which item is open, and where a timer button
 * belongs. It only reads: a page is a document and its address, and nothing else is at hand. The
 * browser plugin does everything else, for all vendors alike.
 */

/** An item that a page shows, with the place beside it where a timer button belongs. */
export interface Spot {
  /**
   * Names the item as the page can, best first: `<kind>_<remoteId>` by the vendor's id; the address
   * that `map.ts` writes into `Item.url`; `<kind>_<remoteId> <name>` by its name below another item.
   */
  readonly item: string;
  /** What the page calls it; '' where it does not say. */
  readonly title: string;
  /** Null when the item is open, but the page was built anew and the button's place is not found. */
  readonly place: Element | null;
  readonly where: Where;
}

/** On which side of a place the button goes: at its beginning or end, or beside it. */
export type Where = 'before' | 'prepend' | 'append' | 'after';

/** The pages of one vendor; `page.ts` of a provider exports one as `page`. */
export interface VendorPage {
  /** Patterns as in a browser plugin's manifest: `https`, the whole site, as people move inside it. */
  readonly matches: readonly string[];
  /** Finds what is open now; called again whenever the page changes, so it looks at little. */
  look(document: Document, address: URL): readonly Spot[];
}

/** One way to find the button's place: what is looked for, and on which side of it the button goes. */
export interface Place {
  readonly selector: string;
  readonly where: Where;
}

/** The first of these places that the document has; the best known comes first. */
export function findPlace(
  document: ParentNode,
  places: readonly Place[],
): Pick<Spot, 'place' | 'where'> {
  for (const { selector, where } of places) {
    const place = document.querySelector(selector);
    if (place !== null) return { place, where };
  }
  return { place: null, where: 'append' };
}

/** The text of an element as a person reads it: in one line. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Reads one word of an object that the page keeps as JSON in an attribute; '' where there is none. */
export function wordInJson(json: string | null, key: string): string {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    const word: unknown = Object(value)[key];
    return typeof word === 'string' ? word : '';
  } catch {
    return '';
  }
}
