import type { TaskId } from '../id.ts';
import type { Item, ItemRef } from '../provider.ts';
import type { MirrorTask } from './plan.ts';
import type { ArchivedReason } from './task.ts';

/** What becomes of an item or a task: a task, archived or not, or nothing. */
export type Outcome = { readonly id: TaskId; readonly archived: ArchivedReason | null } | 'nothing';

/** An item and its task, as far as there is either, and what becomes of them once that is settled. */
export interface Pair {
  item: Item | undefined;
  task: MirrorTask | undefined;
  outcome: Outcome | undefined;
}

/** Where a reconciliation looks things up; it is filled while items and tasks are still being read. */
export interface Lookup {
  /** By kind, then by remote id: one text of both would have to be made for every item. */
  readonly pairs: Map<string, Map<string, Pair>>;
  /** Those with an item, in the order in which the vendor gave them. */
  readonly seen: Pair[];
}

/** A lookup before anything was read. */
export function emptyLookup(): Lookup {
  return { pairs: new Map(), seen: [] };
}

/** Notes what the vendor has; of an item that is read twice the last one counts. */
export function noteItems(lookup: Lookup, read: readonly Item[]): void {
  for (const item of read) {
    const pair = pairOf(lookup, item);
    if (pair.item === undefined) lookup.seen.push(pair);
    pair.item = item;
  }
}

/** Notes what the tree has. */
export function noteTasks(lookup: Lookup, mirror: readonly MirrorTask[]): void {
  for (const task of mirror) pairOf(lookup, task).task = task;
}

/** Finds what was noted of an item. */
export function findPair({ pairs }: Lookup, { kind, remoteId }: ItemRef): Pair | undefined {
  return pairs.get(kind)?.get(remoteId);
}

/** Finds the imported task above another one, where it stood before this run. */
export type ParentOf = (task: MirrorTask) => Pair | undefined;

/** Makes what finds parents, once everything is noted. */
export function makeParentOf(lookup: Lookup): ParentOf {
  // Only of what is absent the parent is asked for, so most runs need no list by id.
  let byId: Map<TaskId, Pair> | undefined;
  return ({ parentId }) => {
    if (parentId === null) return undefined;
    byId ??= listById(lookup);
    return byId.get(parentId);
  };
}

function listById({ pairs }: Lookup): Map<TaskId, Pair> {
  const byId = new Map<TaskId, Pair>();
  for (const ofKind of pairs.values()) {
    for (const pair of ofKind.values()) if (pair.task !== undefined) byId.set(pair.task.id, pair);
  }
  return byId;
}

function pairOf({ pairs }: Lookup, { kind, remoteId }: ItemRef): Pair {
  let ofKind = pairs.get(kind);
  if (ofKind === undefined) {
    ofKind = new Map();
    pairs.set(kind, ofKind);
  }
  let pair = ofKind.get(remoteId);
  if (pair === undefined) {
    pair = { item: undefined, task: undefined, outcome: undefined };
    ofKind.set(remoteId, pair);
  }
  return pair;
}
