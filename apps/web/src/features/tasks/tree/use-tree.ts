import { useSessionStorage } from '@mantine/hooks';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import { isId, type TaskId } from '@timegrove/domain/id.ts';
import { useCallback, useMemo, useState } from 'react';
import { flatten, wantedBranches, type Row } from './flatten.ts';
import { useBranches } from './use-branches.ts';
import { useReadMore } from './use-read-more.ts';

/** The ways to change how the tree stands; always the same, so that lines need not be drawn anew. */
export interface TreeDeeds {
  readonly focus: (taskId: TaskId) => void;
  /** Opens the way to a task and brings it into view once it is read; null when it is there. */
  readonly seek: (task: TaskWithPath | null) => void;
  readonly setOpen: (taskId: TaskId, open: boolean) => void;
  readonly rename: (taskId: TaskId | null) => void;
  /** Starts typing a new task below a task, or a project (null); undefined ends it. */
  readonly startDraft: (parent: TaskId | null | undefined) => void;
  /** Reads on in a branch that is read in part. */
  readonly readMore: (parent: TaskId | null) => void;
}

/** The tree as it stands on the screen. */
export interface Tree {
  readonly rows: readonly Row[];
  readonly focused: TaskId | null;
  readonly sought: TaskWithPath | null;
  /** The task whose name is being typed over. */
  readonly renaming: TaskId | null;
  readonly deeds: TreeDeeds;
}

/** Keeps the tree: which branches are open lasts as long as the browser's tab. */
export function useTree(): Tree {
  const [expanded, setOpen] = useExpanded();
  const [draft, setDraft] = useState<TaskId | null | undefined>();
  const [focused, focus] = useState<TaskId | null>(null);
  const [sought, setSought] = useState<TaskWithPath | null>(null);
  const [renaming, rename] = useState<TaskId | null>(null);
  const readMore = useReadMore();
  const wanted = useMemo(() => wantedBranches(expanded, draft), [expanded, draft]);
  const branches = useBranches(wanted);
  const rows = useMemo(() => flatten({ branches, expanded, draft }), [branches, expanded, draft]);
  const deeds = useMemo(() => {
    const startDraft = (parent: TaskId | null | undefined): void => {
      if (parent != null) setOpen(parent, true);
      setDraft(parent);
    };
    const seek = (task: TaskWithPath | null): void => {
      for (const above of task?.path ?? []) setOpen(above.id, true);
      if (task !== null) focus(task.id);
      setSought(task);
    };
    return { focus, seek, setOpen, rename, startDraft, readMore };
  }, [setOpen, readMore]);
  return { rows, focused, sought, renaming, deeds };
}

function useExpanded() {
  const [stored, store] = useSessionStorage<readonly string[]>({
    key: 'timegrove.open-branches',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const expanded = useMemo(
    () => new Set(stored.filter((id): id is TaskId => isId<'task'>(id))),
    [stored],
  );
  const setOpen = useCallback(
    (taskId: TaskId, open: boolean) =>
      store((before) => {
        const others = before.filter((id) => id !== taskId);
        return open ? [...others, taskId] : others;
      }),
    [store],
  );
  return [expanded, setOpen] as const;
}
