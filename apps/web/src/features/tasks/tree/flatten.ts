import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';

/** What is known of the tasks directly below one task, or of the projects. */
export type Branch =
  | { readonly state: 'reading' }
  | { readonly state: 'failed' }
  | { readonly state: 'read'; readonly tasks: readonly Task[]; readonly more: boolean };

/** One line of the tree as it stands on the screen. */
export type Row =
  | {
      readonly type: 'task';
      readonly task: Task;
      readonly parent: TaskId | null;
      /** From 1, as ARIA counts. */
      readonly level: number;
      readonly expanded: boolean | null;
      /** From 1 among its siblings. */
      readonly position: number;
      /** -1 while not all of them are read, as ARIA has it. */
      readonly siblings: number;
    }
  | {
      readonly type: 'draft' | 'reading' | 'more' | 'failed';
      readonly parent: TaskId | null;
      readonly level: number;
    };

export type TaskRow = Extract<Row, { type: 'task' }>;

/** What the tree shows: what is read, which branches are open, where a new name is being typed. */
export interface TreeView {
  readonly branches: ReadonlyMap<TaskId | null, Branch>;
  readonly expanded: ReadonlySet<TaskId>;
  /** The parent of the task being added; undefined when none is. */
  readonly draft: TaskId | null | undefined;
}

/** Lays the open part of the tree out as lines from top to bottom. */
export function flatten(view: TreeView): readonly Row[] {
  const rows: Row[] = [];
  layBranch(view, { parent: null, level: 1 }, rows);
  return rows;
}

interface Place {
  readonly parent: TaskId | null;
  readonly level: number;
}

function layBranch(view: TreeView, place: Place, rows: Row[]): void {
  if (view.draft === place.parent) rows.push({ type: 'draft', ...place });
  const branch = view.branches.get(place.parent) ?? { state: 'reading' };
  if (branch.state !== 'read') {
    rows.push({ type: branch.state, ...place });
    return;
  }
  branch.tasks.forEach((task, index) => {
    const open = isOpen(view, task);
    rows.push({
      type: 'task',
      task,
      ...place,
      expanded: open || task.childCount > 0 ? open : null,
      position: index + 1,
      siblings: branch.more ? -1 : branch.tasks.length,
    });
    if (open) layBranch(view, { parent: task.id, level: place.level + 1 }, rows);
  });
  if (branch.more) rows.push({ type: 'more', ...place });
}

function isOpen(view: TreeView, task: Task): boolean {
  if (view.draft === task.id) return true;
  return task.childCount > 0 && view.expanded.has(task.id);
}

/** The parents whose tasks the open part of the tree needs, the projects (null) first. */
export function wantedBranches(
  expanded: ReadonlySet<TaskId>,
  draft: TaskId | null | undefined,
): readonly (TaskId | null)[] {
  const open = new Set(expanded);
  if (draft != null) open.add(draft);
  return [null, ...open];
}

/** The tasks from the root down to the parent of the one on a line. */
export function pathOf(rows: readonly Row[], { parent }: Row): Task[] {
  const above = rows.find((row): row is TaskRow => row.type === 'task' && row.task.id === parent);
  return above === undefined ? [] : [...pathOf(rows, above), above.task];
}
