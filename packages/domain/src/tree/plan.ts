import type { TaskId } from '../id.ts';
import type { Area, Item, ItemRef, Level, Selection } from '../provider.ts';
import type { ArchivedReason } from './task.ts';

/** An imported task as the account's tree has it, with the item it remembers. */
export interface MirrorTask extends ItemRef {
  readonly id: TaskId;
  /** Null or a task outside the branch: people may move what was unlinked for a while. */
  readonly parentId: TaskId | null;
  readonly name: string;
  readonly archived: ArchivedReason | null;
}

/** Which areas one pull read whole, and which the vendor's plan does not have at all. */
export interface Proof {
  readonly complete: readonly Area[];
  readonly lacking?: readonly Area[];
}

/** What one pull saw. */
export interface Snapshot extends Proof {
  readonly items: readonly Item[];
}

/** What a plan goes by, besides what was read. */
export interface ReconcileRules {
  /** The integration's root task. */
  readonly root: TaskId;
  readonly levels: readonly Level[];
  /** The kind that can be selected, and what is. */
  readonly selects: string | null;
  readonly selection: Selection;
  readonly newId: () => TaskId;
}

/** Everything a plan is made from. */
export interface ReconcileInput extends ReconcileRules {
  readonly mirror: readonly MirrorTask[];
  readonly snapshot: Snapshot;
}

/** A task to make; its parent exists or stands before it in the plan. */
export interface Create extends ItemRef {
  readonly id: TaskId;
  readonly parentId: TaskId;
  readonly name: string;
  readonly url: string | null;
}

/** A change of one existing task. */
export interface Change {
  readonly task: MirrorTask;
}
export interface Rename extends Change {
  readonly name: string;
}
export interface Move extends Change {
  readonly parentId: TaskId;
}
export interface Archive extends Change {
  readonly reason: ArchivedReason;
}

/** Something that was seen or missed and deliberately left alone. */
export interface Skip extends ItemRef {
  readonly name: string;
  readonly taskId: TaskId | null;
  readonly reason: SkipReason;
}
export type SkipReason =
  | 'not-selected'
  | 'archived'
  | 'deleted'
  | 'completed'
  | 'no-parent'
  | 'not-visible'
  | 'not-read-completely'
  | 'no-feature';

/** What has to be done so that the tree follows the vendor. Applying it twice does nothing new. */
export interface Plan {
  readonly creates: readonly Create[];
  readonly renames: readonly Rename[];
  readonly moves: readonly Move[];
  readonly archives: readonly Archive[];
  readonly restores: readonly Change[];
  /** Archived tasks whose reason has become another one. */
  readonly relabels: readonly Archive[];
  readonly skips: readonly Skip[];
  readonly seen: number;
  readonly unchanged: number;
}

/** How many single changes a plan makes. */
export function planSize(plan: Plan): number {
  const { creates, renames, moves, archives, restores, relabels } = plan;
  return [creates, renames, moves, archives, restores, relabels].reduce(
    (sum, list) => sum + list.length,
    0,
  );
}

const heldShare = 0.3;
const heldCount = 20;

/**
 * Rule 12: a plan that would archive more than 30 % of the active tasks, and more than 20 of them,
 * waits for an administrator. What was deselected by hand does not count: its preview was shown.
 */
export function mustBeHeld(plan: Plan, mirror: readonly MirrorTask[]): boolean {
  if (plan.archives.length <= heldCount) return false;
  const active = mirror.filter((task) => task.archived === null).length;
  const byId = new Map(mirror.map((task) => [task.id, task]));
  const deselected = new Set(
    plan.archives.filter(({ reason }) => reason === 'not-selected').map(({ task }) => task.id),
  );
  const isDeselected = ({ id, parentId }: MirrorTask): boolean => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return deselected.has(id) || (parent !== undefined && isDeselected(parent));
  };
  const count = plan.archives.filter(({ task }) => !isDeselected(task)).length;
  return count > heldCount && count > active * heldShare;
}
