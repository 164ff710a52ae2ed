import type { Entry } from '../entries.ts';
import { deedNamed } from './deeds/all.ts';
import type { Item } from './item.ts';

/**
 * The entries as they will be once what waits has been sent. A view hands over the entries that it
 * has from the server, the running timer among them, and picks from the answer what belongs to it:
 * an entry may have come to its day, or have left it.
 */
export function withPending(entries: readonly Entry[], pending: readonly Item[]): readonly Entry[] {
  return pending.reduce(
    (known, item) => deedNamed(item.deed)?.foresee(known, item) ?? known,
    entries,
  );
}
