import { deedNamed } from './deeds/all.ts';
import type { Item } from './item.ts';

/** How an item stands in the line: it is next or later, it was refused, or it needs one that was. */
export type Standing = 'waiting' | 'set-aside' | 'held';

/** Each item of a member, oldest first, with how it stands. @param passed places to leave out this time */
export function standings(
  items: readonly Item[],
  passed: ReadonlySet<number> = new Set(),
): readonly (readonly [Item, Standing])[] {
  const blocked = new Set<string>();
  return items.map((item) => {
    const touched = touchedBy(item);
    const standing = standingOf(
      item,
      touched.some((id) => blocked.has(id)),
    );
    const stuck = standing !== 'waiting' || passed.has(item.seq);
    if (stuck) for (const id of touched) blocked.add(id);
    return [item, standing] as const;
  });
}

function standingOf(item: Item, behind: boolean): Standing {
  if (item.refusal !== null) return 'set-aside';
  return behind ? 'held' : 'waiting';
}

/** The oldest item that can be sent. */
export function nextToSend(items: readonly Item[], passed: ReadonlySet<number>): Item | undefined {
  return standings(items, passed).find(
    ([item, standing]) => standing === 'waiting' && !passed.has(item.seq),
  )?.[0];
}

/** An item and, where it begins something, all that was done to that afterwards. */
export function withFollowers(items: readonly Item[], first: Item): readonly Item[] {
  if (deedNamed(first.deed)?.begins !== true) return [first];
  const begun = new Set(touchedBy(first));
  return items.filter(
    (item) => item.seq >= first.seq && touchedBy(item).some((id) => begun.has(id)),
  );
}

function touchedBy(item: Item): readonly string[] {
  return deedNamed(item.deed)?.touches(item.given) ?? [];
}
