import { useSessionStorage } from '@mantine/hooks';
import { isId, type TaskId } from '@timegrove/domain/id.ts';
import { useMemo, useState } from 'react';
import { flatten, wantedBranches, type Row } from './flatten.ts';
import { useBranches } from './use-branches.ts';

/** The tree as it stands on the screen, and the ways to change how it stands. */
export interface Tree {
  readonly rows: readonly Row[];
  readonly focused: TaskId | null;
  readonly focus: (taskId: TaskId) => void;
  readonly setOpen: (taskId: TaskId, open: boolean) => void;
  /** The task whose name is being typed over. */
  readonly renaming: TaskId | null;
  readonly rename: (taskId: TaskId | null) => void;
  /** Starts typing a new task below a task, or a project (null); undefined ends it. */
  readonly startDraft: (parent: TaskId | null | undefined) => void;
}

/** Keeps the tree: which branches are open lasts as long as the browser's tab. */
export function useTree(): Tree {
  const [expanded, setOpen] = useExpanded();
  const [draft, setDraft] = useState<TaskId | null | undefined>();
  const [focused, focus] = useState<TaskId | null>(null);
  const [renaming, rename] = useState<TaskId | null>(null);
  const wanted = useMemo(() => wantedBranches(expanded, draft), [expanded, draft]);
  const branches = useBranches(wanted);
  const rows = useMemo(() => flatten({ branches, expanded, draft }), [branches, expanded, draft]);
  const startDraft = (parent: TaskId | null | undefined) => {
    if (parent != null) setOpen(parent, true);
    setDraft(parent);
  };
  return { rows, focused, focus, setOpen, renaming, rename, startDraft };
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
  const setOpen = (taskId: TaskId, open: boolean) =>
    store((before) => {
      const others = before.filter((id) => id !== taskId);
      return open ? [...others, taskId] : others;
    });
  return [expanded, setOpen] as const;
}
