import type { Entry } from '@timegrove/contract/entries.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { durationOf } from '@timegrove/domain/time/span.ts';
import { overlapsAmong } from '@timegrove/domain/timesheet/gaps.ts';

/** How long each entry lies over one before it, in milliseconds; none for those that do not. @param now ends what still runs */
export function overlapsOf(entries: readonly Entry[], now: number): ReadonlyMap<EntryId, number> {
  const overlaps = new Map<EntryId, number>();
  for (const { later, span } of overlapsAmong(entries, now)) {
    overlaps.set(later.id, Math.max(durationOf(span), overlaps.get(later.id) ?? 0));
  }
  return overlaps;
}
