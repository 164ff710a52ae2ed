import type { TaskId } from '../id.ts';
import { itemKey, type Area, type Item } from '../provider.ts';
import { changesOf, emptyDraft, setArchived, skip, type Draft } from './draft.ts';
import { emptyLookup, noteItems, noteTasks, type Lookup } from './lookup.ts';
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

/** What becomes of an item or a task: where it is, whether it is archived, or that it does not exist. */
type Outcome =
  | { readonly is: 'task'; readonly id: TaskId; readonly archived: ArchivedReason | null }
  | { readonly is: 'nothing' };

/** Everything a reconciliation works with. */
interface Desk extends Lookup {
  readonly rules: ReconcileRules;
  readonly complete: readonly Area[];
  readonly law: Law;
  readonly proven: ReadonlySet<string>;
  /** Areas that the vendor's plan does not have: nothing is to be read there, now or later. */
  readonly lacking: ReadonlySet<string>;
  /** Null while an item is being settled, so that a vendor's circle of parents ends. */
  readonly outcomes: Map<string, Outcome | null>;
  readonly draft: Draft;
}

const nothing: Outcome = { is: 'nothing' };

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
  yield* inSteps(desk.items, ([key, item]) => settleItem(desk, item, key));
  yield* inSteps(desk.known, ([key, task]) => settleAbsent(desk, task, key));
  reportInvisible(desk);
  return { ...desk.draft, seen: desk.items.size };
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
    outcomes: new Map(),
    draft: emptyDraft(),
  };
}

/** Settles an item after its parent, so that creates come parents first. */
function settleItem(desk: Desk, item: Item, key = itemKey(item)): Outcome {
  const settled = desk.outcomes.get(key);
  if (settled !== undefined) return settled ?? nothing;
  desk.outcomes.set(key, null);
  const outcome = decide(desk, item, desk.known.get(key), parentOutcome(desk, item));
  desk.outcomes.set(key, outcome);
  return outcome;
}

function parentOutcome(desk: Desk, item: Item): Outcome | 'missing' {
  if (item.parent === null) return { is: 'task', id: desk.rules.root, archived: null };
  const key = itemKey(item.parent);
  const parent = desk.items.get(key);
  if (parent !== undefined) return settleItem(desk, parent, key);
  // A known parent that this read did not see keeps its children where they are.
  const task = desk.known.get(key);
  return task === undefined ? 'missing' : settleAbsent(desk, task, key);
}

function decide(
  desk: Desk,
  item: Item,
  task: MirrorTask | undefined,
  parent: Outcome | 'missing',
): Outcome {
  if (parent === 'missing') return orphan(desk, item, task);
  const own = ownReason(desk.law, item);
  const inherited = parent.is === 'nothing' || parent.archived !== null ? 'with-parent' : null;
  const archived = own ?? inherited;
  if (task !== undefined) {
    return follow(desk, task, item, parent.is === 'task' ? parent.id : task.parentId, archived);
  }
  if (parent.is === 'nothing') return nothing;
  const unwanted = reasonNotToCreate(item, archived);
  if (unwanted !== null) {
    if (inherited === null) skip(desk.draft, item, item.name, null, unwanted);
    return nothing;
  }
  return create(desk, item, parent.id);
}

/** Vendors may list children of things they no longer list themselves; those are left alone. */
function orphan(desk: Desk, item: Item, task: MirrorTask | undefined): Outcome {
  if (task === undefined) skip(desk.draft, item, item.name, null, 'no-parent');
  return task === undefined ? nothing : settleAbsent(desk, task);
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
  return { is: 'task', id, archived: null };
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
  return { is: 'task', id: task.id, archived };
}

/** Settles a task whose item this read did not see (and any task only once). */
function settleAbsent(desk: Desk, task: MirrorTask, key = itemKey(task)): Outcome {
  const settled = desk.outcomes.get(key);
  if (settled !== undefined) return settled ?? { is: 'task', id: task.id, archived: task.archived };
  desk.outcomes.set(key, null);
  const archived = absentReason(desk, task);
  const before = changesOf(desk.draft);
  setArchived(desk.draft, task, archived);
  if (changesOf(desk.draft) === before) desk.draft.unchanged += 1;
  const outcome: Outcome = { is: 'task', id: task.id, archived };
  desk.outcomes.set(key, outcome);
  return outcome;
}

/** Rule 11: absence archives only what lived in an area that was read whole in this very run. */
function absentReason(desk: Desk, task: MirrorTask): ArchivedReason | null {
  const parent = task.parentId === null ? undefined : desk.taskById.get(task.parentId);
  if (isIn(desk.lacking, task, parent)) return lackingReason(desk, task, parent);
  if (!isIn(desk.proven, task, parent)) {
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
  parent: MirrorTask | undefined,
): ArchivedReason | null {
  if (task.archived !== null && !lifted.has(task.archived)) return task.archived;
  if (parentArchived(desk, parent)) return 'with-parent';
  skip(desk.draft, task, task.name, task.id, 'no-feature');
  return null;
}

function parentArchived(desk: Desk, parent: MirrorTask | undefined): boolean {
  if (parent === undefined) return false;
  const key = itemKey(parent);
  const item = desk.items.get(key);
  const outcome =
    item === undefined ? settleAbsent(desk, parent, key) : settleItem(desk, item, key);
  return outcome.is === 'task' && outcome.archived !== null;
}

/** Something that was ticked is not there for this credential, and never was imported. */
function reportInvisible({ complete, law, items, known, draft }: Desk): void {
  if (law.selects === null) return;
  for (const remoteId of law.ticked ?? []) {
    const ref = { kind: law.selects, remoteId };
    const key = itemKey(ref);
    const seen = items.has(key) || known.has(key);
    const whole = complete.some((area) => area.kind === ref.kind);
    if (!seen && whole) skip(draft, ref, remoteId, null, 'not-visible');
  }
}
