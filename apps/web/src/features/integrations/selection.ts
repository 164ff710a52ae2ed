import type { Input, Output } from '@timegrove/contract/endpoint.ts';
import type { listContainers, saveSelection } from '@timegrove/contract/integrations.ts';

/** Which of the selectable items are wanted, as it is saved. */
export type Selection = Input<typeof saveSelection>['body']['selection'];

/** One thing that can be ticked. */
export type Container = Output<typeof listContainers>['containers'][number];

/** What the administrator has ticked so far. */
export interface Draft {
  readonly all: boolean;
  readonly ticked: ReadonlySet<string>;
}

/** Starts from what is saved; before anything is saved, everything is wanted. */
export function draftOf(saved: Selection | null): Draft {
  if (saved?.mode === 'ticked') return { all: false, ticked: new Set(saved.ids) };
  return { all: true, ticked: new Set() };
}

/** The draft as it is sent; a ticked thing that the vendor no longer shows is left out. */
export function selectionOf(draft: Draft, containers: readonly Container[]): Selection {
  if (draft.all) return { mode: 'all' };
  const known = containers.filter((container) => draft.ticked.has(container.remoteId));
  return { mode: 'ticked', ids: known.map((container) => container.remoteId) };
}

/** Ticks or unticks several at once. Starting from “import all”, everything counts as ticked. */
export function tick(
  draft: Draft,
  containers: readonly Container[],
  change: { readonly ids: readonly string[]; readonly on: boolean },
): Draft {
  const ticked = new Set(draft.all ? containers.map((c) => c.remoteId) : draft.ticked);
  for (const id of change.ids) {
    if (change.on) ticked.add(id);
    else ticked.delete(id);
  }
  return { all: false, ticked };
}

/** Turns “import all” on or off; off keeps what was ticked, or everything that is active. */
export function chooseAll(draft: Draft, containers: readonly Container[], all: boolean): Draft {
  if (all || draft.ticked.size > 0) return { ...draft, all };
  const active = containers.filter((container) => container.state === 'active');
  return { all, ticked: new Set(active.map((container) => container.remoteId)) };
}

/** Finds by every word of the search, new ones first, then active ones, then by name. */
export function findContainers(containers: readonly Container[], search: string) {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return containers
    .filter((container) => words.every((word) => container.name.toLocaleLowerCase().includes(word)))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function rank(container: Container): number {
  if (container.isNew) return 0;
  return container.state === 'active' ? 1 : 2;
}
