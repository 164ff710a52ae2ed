import type { Entry } from '@timegrove/contract/entries.ts';
import type { EntryId } from '@timegrove/domain/id.ts';

/** Puts the running timer into the entries of its day, at its place; it is never there twice. */
export function withRunning(
  entries: readonly Entry[],
  running: Entry | null,
  day: string,
): readonly Entry[] {
  const others = entries.filter((entry) => entry.stoppedAt !== null && entry.id !== running?.id);
  const all = running !== null && running.day === day ? [...others, running] : others;
  return all.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

/** The entries after every running one was stopped. */
export function stoppedAt(entries: readonly Entry[], instant: string): readonly Entry[] {
  return entries.map((entry) =>
    entry.stoppedAt === null ? { ...entry, stoppedAt: instant } : entry,
  );
}

/** The entries without one. */
export function without(entries: readonly Entry[], id: EntryId): readonly Entry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** The entries with one put in place of its older self; unchanged where it is not among them. */
export function withChanged(entries: readonly Entry[], changed: Entry): readonly Entry[] {
  return entries.map((entry) => (entry.id === changed.id ? changed : entry));
}
