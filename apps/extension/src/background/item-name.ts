/** What a vendor's page asks for: an item by its provider and id. */
export interface ItemName {
  readonly provider: string;
  readonly item: string;
}

/** Writes both in one text, e.g. as a key. */
export function joinItem({ provider, item }: ItemName): string {
  return `${provider}/${item}`;
}

/** Reads what `joinItem` wrote. */
export function splitItem(name: string): ItemName {
  const at = name.indexOf('/');
  return { provider: name.slice(0, at), item: name.slice(at + 1) };
}
