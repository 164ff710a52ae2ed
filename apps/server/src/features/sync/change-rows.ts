import type { TaskId } from '@timegrove/domain/id.ts';
import type {
  Archive,
  Change,
  Create,
  MirrorTask,
  Move,
  Plan,
  Rename,
  Skip,
} from '@timegrove/domain/tree/plan.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Work } from './engine.ts';
import { makePlaces, type Places } from './places.ts';

/** One line of a run's record. */
export type ChangeRow = Omit<Selectable<Schema['run_change']>, 'account_id' | 'run_id' | 'seq'>;

/** Tells each kind of change as a line of the record. */
export interface ChangeRows {
  readonly created: (create: Create) => ChangeRow;
  readonly renamed: (rename: Rename) => ChangeRow;
  readonly moved: (move: Move) => ChangeRow;
  readonly archived: (archive: Archive) => ChangeRow;
  readonly restored: (change: Change) => ChangeRow;
  readonly skipped: (skip: Skip) => ChangeRow;
}

/** Places are told by the tree as it was and as the plan wants it. */
export function makeChangeRows(work: Work, mirror: readonly MirrorTask[], plan: Plan): ChangeRows {
  const before = lazily(() => makePlaces(work, mirror, []));
  const after = lazily(() => makePlaces(work, follow(mirror, plan), plan.creates));
  return {
    created: (create) => ({ ...about('created', create, after()), task_id: null }),
    renamed: ({ task, name }) => ({
      ...about('renamed', task, after()),
      name,
      before: task.name,
      after: name,
    }),
    moved: ({ task }) => ({
      ...about('moved', task, after()),
      before: before().sentence(task),
      after: after().sentence(task),
    }),
    archived: ({ task, reason }) => ({ ...about('archived', task, after()), reason }),
    restored: ({ task }) => about('restored', task, after()),
    skipped: ({ kind, name, taskId, reason }) => ({
      action: 'skipped',
      kind,
      name,
      path: [],
      task_id: taskId,
      before: null,
      after: null,
      reason,
    }),
  };
}

/** A sync that changes nothing should not spend time on telling where things are. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function about(action: ChangeRow['action'], task: MirrorTask | Create, places: Places): ChangeRow {
  const { id, kind, name } = task;
  return {
    action,
    kind,
    name,
    path: places.path(task),
    task_id: id,
    before: null,
    after: null,
    reason: null,
  };
}

/** The mirror with the plan's moves and renames, so that paths are told in the new names. */
function follow(mirror: readonly MirrorTask[], plan: Plan): MirrorTask[] {
  const parents = new Map<TaskId, TaskId>(
    plan.moves.map(({ task, parentId }) => [task.id, parentId]),
  );
  const names = new Map<TaskId, string>(plan.renames.map(({ task, name }) => [task.id, name]));
  return mirror.map((task) => ({
    ...task,
    parentId: parents.get(task.id) ?? task.parentId,
    name: names.get(task.id) ?? task.name,
  }));
}
