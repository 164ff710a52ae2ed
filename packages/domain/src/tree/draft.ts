import type { TaskId } from '../id.ts';
import type { ItemRef } from '../provider.ts';
import type {
  Archive,
  Change,
  Create,
  MirrorTask,
  Move,
  Rename,
  Skip,
  SkipReason,
} from './plan.ts';
import type { ArchivedReason } from './task.ts';
import { importedName } from './task-name.ts';

/** The lists of a plan while it is made. */
export interface Draft {
  readonly creates: Create[];
  readonly renames: Rename[];
  readonly moves: Move[];
  readonly archives: Archive[];
  readonly restores: Change[];
  readonly relabels: Archive[];
  readonly skips: Skip[];
  unchanged: number;
}

/** A plan that does nothing yet. */
export function emptyDraft(): Draft {
  return {
    creates: [],
    renames: [],
    moves: [],
    archives: [],
    restores: [],
    relabels: [],
    skips: [],
    unchanged: 0,
  };
}

/** Notes what turns the task's archived state into the wanted one. */
export function setArchived(draft: Draft, task: MirrorTask, archived: ArchivedReason | null): void {
  if (archived === task.archived) return;
  if (archived === null) draft.restores.push({ task });
  else if (task.archived === null) draft.archives.push({ task, reason: archived });
  else draft.relabels.push({ task, reason: archived });
}

/** Notes something that is left alone, and why. */
export function skip(
  draft: Draft,
  { kind, remoteId }: ItemRef,
  name: string,
  taskId: TaskId | null,
  reason: SkipReason,
): void {
  draft.skips.push({ kind, remoteId, name: importedName(name), taskId, reason });
}

/** How many changes of existing tasks are noted so far. */
export function changesOf({ renames, moves, archives, restores, relabels }: Draft): number {
  return renames.length + moves.length + archives.length + restores.length + relabels.length;
}
