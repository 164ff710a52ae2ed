import type { Change } from '@timegrove/contract/runs.ts';

/** How many changes there are of each action; what does not occur is left out. */
export type ActionCounts = Readonly<Partial<Record<Change['action'], number>>>;

/** A node of the tree of changes; without a change it is only the path to one. */
export interface ChangeNode {
  readonly key: string;
  readonly name: string;
  readonly changes: readonly Change[];
  readonly children: readonly ChangeNode[];
  /** Changes on it and below it, by action. */
  readonly counts: ActionCounts;
}

interface Draft {
  readonly name: string;
  readonly changes: Change[];
  readonly children: Draft[];
  readonly byName: Map<string, Draft>;
}

/**
 * Hangs a list of changes up as the tree in which they happen, siblings in the order of the list.
 * Two items of one name stay two nodes; what lies below that name hangs on the first of them.
 */
export function changeTree(changes: readonly Change[]): readonly ChangeNode[] {
  const root = draftOf('');
  for (const change of changes) {
    const place = change.path.reduce(firstNamed, root);
    nodeFor(place, change).changes.push(change);
  }
  return finish(root, '');
}

/** Counts changes by action. */
function countActions(changes: readonly Change[]): ActionCounts {
  return addUp(changes.map((change) => ({ [change.action]: 1 })));
}

function draftOf(name: string): Draft {
  return { name, changes: [], children: [], byName: new Map() };
}

function firstNamed(place: Draft, name: string): Draft {
  return place.byName.get(name) ?? addNamed(place, name);
}

function addNamed(place: Draft, name: string): Draft {
  const made = draftOf(name);
  place.children.push(made);
  if (!place.byName.has(name)) place.byName.set(name, made);
  return made;
}

function nodeFor(place: Draft, change: Change): Draft {
  const first = firstNamed(place, change.name);
  const known = first.changes[0];
  if (known === undefined) return first;
  const same = known.taskId !== null && known.taskId === change.taskId;
  return same ? first : addNamed(place, change.name);
}

function finish(place: Draft, key: string): readonly ChangeNode[] {
  return place.children.map((draft, index) => {
    const ownKey = `${key}/${index}`;
    const children = finish(draft, ownKey);
    const counts = addUp([countActions(draft.changes), ...children.map((child) => child.counts)]);
    return { key: ownKey, name: draft.name, changes: draft.changes, children, counts };
  });
}

function addUp(parts: readonly ActionCounts[]): ActionCounts {
  const sum: Partial<Record<Change['action'], number>> = {};
  for (const part of parts) {
    for (const action of changeActions) {
      const more = part[action] ?? 0;
      if (more > 0) sum[action] = (sum[action] ?? 0) + more;
    }
  }
  return sum;
}

/** Every action of a change, in the order in which the screens name them. */
export const changeActions = [
  'created',
  'renamed',
  'moved',
  'restored',
  'archived',
  'skipped',
] as const satisfies readonly Change['action'][];

/** How many changes there are of each kind of item, in the order in which the kinds first occur. */
export function countKinds(changes: readonly Change[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
