import type { EntryId } from '@timegrove/domain/id.ts';

/** The entries that are selected, and the one from which a range is drawn. */
export interface Selection {
  readonly ids: ReadonlySet<EntryId>;
  readonly anchor: EntryId | null;
}

/** Nothing is selected. */
export const nothing: Selection = { ids: new Set(), anchor: null };

/** Selects an entry, or no longer. */
export function toggled({ ids }: Selection, id: EntryId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/**
 * Selects everything from the entry touched last to this one, or no longer, as this one becomes.
 * @param order the entries as they stand below one another
 */
export function ranged(selection: Selection, id: EntryId, order: readonly EntryId[]): Selection {
  const [from, to] = [order.indexOf(selection.anchor ?? id), order.indexOf(id)];
  if (from === -1) return toggled(selection, id);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const adds = !selection.ids.has(id);
  const next = new Set(selection.ids);
  for (const one of between) {
    if (adds) next.add(one);
    else next.delete(one);
  }
  return { ids: next, anchor: id };
}
