import type { EntryId } from '@timegrove/domain/id.ts';
import type { Entry } from '../entries.ts';
import type { Scene } from './item.ts';

/**
 * The entries with one of them changed. A finished one that is not among them is taken from the
 * scene; a running one is always known, so if it is not there it has ended elsewhere.
 */
export function changed(
  entries: readonly Entry[],
  id: EntryId,
  scene: Scene,
  change: (entry: Entry) => Entry,
): readonly Entry[] {
  const finished = scene.entry?.stoppedAt == null ? undefined : scene.entry;
  const known = entries.find((entry) => entry.id === id) ?? finished;
  return known === undefined ? entries : [...without(entries, id), change(known)];
}

/** The entries with one more, unless it is there already. */
export function joined(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  return entries.some((other) => other.id === entry.id) ? entries : [...entries, entry];
}

/** The entries with those of the scene in place of what a deed on several touches. */
export function replaced(
  entries: readonly Entry[],
  ids: readonly EntryId[],
  scene: Scene,
): readonly Entry[] {
  return [...entries.filter((entry) => !ids.includes(entry.id)), ...(scene.entries ?? [])];
}

/** The entries without one. */
export function without(entries: readonly Entry[], id: EntryId): readonly Entry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** The entry stopped at an instant, unless it ended before; never before its start. */
export function stopped(entry: Entry, at: string): Entry {
  const end = later(at, entry.startedAt);
  if (entry.stoppedAt !== null && Date.parse(entry.stoppedAt) <= Date.parse(end)) return entry;
  return { ...entry, stoppedAt: end };
}

/** The later one of two instants. */
export function later(one: string, other: string): string {
  return Date.parse(one) > Date.parse(other) ? one : other;
}
