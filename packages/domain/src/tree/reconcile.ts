import type { TaskId } from '../id.ts';
import type { Area, Item } from '../provider.ts';
import { changesOf, emptyDraft, setArchived, skip, type Draft } from './draft.ts';
import {
  emptyLookup,
  findPair,
  makeParentOf,
  noteItems,
  noteTasks,
  type Lookup,
  type Outcome,
  type Pair,
  type ParentOf,
} from './lookup.ts';
import type { MirrorTask, Plan, Proof, ReconcileInput, ReconcileRules } from './plan.ts';
import type { ArchivedReason } from './task.ts';
import { importedName } from './task-name.ts';
import {
  areaKey,
  isIn,
  lifted,
  ownReason,
  policyOf,
  reasonNotToCreate,
  type Law,
} from './verdict.ts';

/** Everything a reconciliation works with. */
interface Desk extends Lookup {
  readonly rules: ReconcileRules;
  readonly complete: readonly Area[];
  readonly law: Law;
  readonly proven: ReadonlySet<string>;
  /** Areas that the vendor's plan does not have: nothing is to be read there, now or later. */
  readonly lacking: ReadonlySet<string>;
  readonly parentOf: ParentOf;
  readonly draft: Draft;
}

/** How many items or tasks are looked at in one step. */
const rowsAStep = 500;

/**
 * Compares the tree with what the vendor has and plans what makes the tree follow (rules 4, 5, 6, 11).
 * Pure: the same input gives the same plan, up to the ids of new tasks.
 */
export function reconcile(input: ReconcileInput): Plan {
  const lookup = emptyLookup();
  noteItems(lookup, input.snapshot.items);
  noteTasks(lookup, input.mirror);
  const steps = reconcileInSteps(input, lookup, input.snapshot);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * As `reconcile`, over what was noted while it was read, in steps of a few milliseconds, between
 * which others can have their turn.
 */
export function* reconcileInSteps(
  rules: ReconcileRules,
  lookup: Lookup,
  proof: Proof,
): Generator<void, Plan, void> {
  const desk = layOut(rules, lookup, proof);
  yield* inSteps(desk.seen, (pair) => settle(desk, pair));
  for (const ofKind of desk.pairs.values()) {
    yield* inSteps(ofKind.values(), (pair) => settle(desk, pair));
  }
  reportInvisible(desk);
  return { ...desk.draft, seen: desk.seen.length };
}

function* inSteps<Row>(rows: Iterable<Row>, work: (row: Row) => void): Generator<void, void, void> {
  let done = 0;
  for (const row of rows) {
    work(row);
    done += 1;
    if (done % rowsAStep === 0) yield;
  }
}

function layOut(rules: ReconcileRules, lookup: Lookup, { complete, lacking = [] }: Proof): Desk {
  const { levels, selects, selection } = rules;
  return {
    ...lookup,
    rules,
    complete,
    law: {
      levels: new Map(levels.map((level) => [level.kind, level])),
      selects,
      ticked: selection.mode === 'ticked' ? new Set(selection.ids) : null,
    },
    proven: new Set(complete.map(areaKey)),
    lacking: new Set(lacking.map(areaKey)),
    parentOf: makeParentOf(lookup),
    draft: emptyDraft(),
  };
}

/** Settles an item after its parent, so that creates come parents first, and each only once. */
function settle(desk: Desk, pair: Pair): Outcome {
  if (pair.outcome !== undefined) return pair.outcome;
  const { item, task } = pair;
  // What it is while it is being settled, so that a vendor's circle of parents ends.
  pair.outcome = item === undefined && task !== undefined ? task : 'nothing';
  if (item !== undefined) pair.outcome = decide(desk, item, task, parentOutcome(desk, item));
  else if (task !== undefined) pair.outcome = settleAbsent(desk, task);
  return pair.outcome;
}

function parentOutcome(desk: Desk, item: Item): Outcome | 'missing' {
  if (item.parent === null) return { id: desk.rules.root, archived: null };
  // A known parent that this read did not see keeps its children where they are.
  const parent = findPair(desk, item.parent);
  return parent === undefined ? 'missing' : settle(desk, parent);
}

function decide(
  desk: Desk,
  item: Item,
  task: MirrorTask | undefined,
  parent: Outcome | 'missing',
): Outcome {
  if (parent === 'missing') return orphan(desk, item, task);
  const own = ownReason(desk.law, item);
  const inherited = isGone(parent) ? 'with-parent' : null;
  const archived = own ?? inherited;
  if (task !== undefined) {
    return follow(desk, task, item, parent === 'nothing' ? task.parentId : parent.id, archived);
  }
  if (parent === 'nothing') return 'nothing';
  const unwanted = reasonNotToCreate(item, archived);
  if (unwanted !== null) {
    if (inherited === null) skip(desk.draft, item, item.name, null, unwanted);
    return 'nothing';
  }
  return create(desk, item, parent.id);
}

function isGone(outcome: Outcome): boolean {
  return outcome === 'nothing' || outcome.archived !== null;
}

/** Vendors may list children of things they no longer list themselves; those are left alone. */
function orphan(desk: Desk, item: Item, task: MirrorTask | undefined): Outcome {
  if (task !== undefined) return task;
  skip(desk.draft, item, item.name, null, 'no-parent');
  return 'nothing';
}

function create(desk: Desk, item: Item, parentId: TaskId): Outcome {
  const id = desk.rules.newId();
  desk.draft.creates.push({
    id,
    parentId,
    kind: item.kind,
    remoteId: item.remoteId,
    name: importedName(item.name),
    url: item.url,
  });
  return { id, archived: null };
}

function follow(
  desk: Desk,
  task: MirrorTask,
  item: Item,
  parentId: TaskId | null,
  archived: ArchivedReason | null,
): Outcome {
  const { draft } = desk;
  const before = changesOf(draft);
  // The stored name is a cleaned one; cleaning is only needed where the raw one differs.
  const name = item.name === task.name ? task.name : importedName(item.name);
  if (name !== task.name) draft.renames.push({ task, name });
  if (parentId !== null && parentId !== task.parentId) draft.moves.push({ task, parentId });
  setArchived(draft, task, archived);
  if (changesOf(draft) === before) draft.unchanged += 1;
  return archived === task.archived ? task : { id: task.id, archived };
}

/** Settles a task whose item this read did not see. */
function settleAbsent(desk: Desk, task: MirrorTask): Outcome {
  const archived = absentReason(desk, task);
  if (archived === task.archived) desk.draft.unchanged += 1;
  setArchived(desk.draft, task, archived);
  return { id: task.id, archived };
}

/** Rule 11: absence archives only what lived in an area that was read whole in this very run. */
function absentReason(desk: Desk, task: MirrorTask): ArchivedReason | null {
  const parent = desk.parentOf(task);
  if (isIn(desk.lacking, task, parent?.task)) return lackingReason(desk, task, parent);
  if (!isIn(desk.proven, task, parent?.task)) {
    if (task.archived === null && parentArchived(desk, parent)) return 'with-parent';
    if (task.archived === null) skip(desk.draft, task, task.name, task.id, 'not-read-completely');
    return task.archived;
  }
  if (task.archived !== null && !lifted.has(task.archived)) return task.archived;
  if (parentArchived(desk, parent)) return 'with-parent';
  return policyOf(desk.law, task.kind).absent === 'archive' ? 'absent-at-vendor' : null;
}

/** What the vendor's plan has no more of stays as it was known, and goes and comes with its parent. */
function lackingReason(
  desk: Desk,
  task: MirrorTask,
  parent: Pair | undefined,
): ArchivedReason | null {
  if (task.archived !== null && !lifted.has(task.archived)) return task.archived;
  if (parentArchived(desk, parent)) return 'with-parent';
  skip(desk.draft, task, task.name, task.id, 'no-feature');
  return null;
}

function parentArchived(desk: Desk, parent: Pair | undefined): boolean {
  const outcome = parent && settle(desk, parent);
  return outcome !== undefined && outcome !== 'nothing' && outcome.archived !== null;
}

/** Something that was ticked is not there for this credential, and never was imported. */
function reportInvisible(desk: Desk): void {
  const { selects: kind, ticked } = desk.law;
  if (kind === null || !desk.complete.some((area) => area.kind === kind)) return;
  for (const remoteId of ticked ?? []) {
    const ref = { kind, remoteId };
    if (findPair(desk, ref) === undefined) skip(desk.draft, ref, remoteId, null, 'not-visible');
  }
}
