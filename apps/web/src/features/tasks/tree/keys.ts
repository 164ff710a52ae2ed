import type { TaskId } from '@timegrove/domain/id.ts';
import type { Row, TaskRow } from './flatten.ts';

/** What a key press in the tree asks for. */
export type TreeStep =
  | { readonly do: 'focus'; readonly taskId: TaskId }
  | { readonly do: TreeDeed; readonly taskId: TaskId };

type TreeDeed = 'expand' | 'collapse' | 'open' | 'rename' | 'add' | 'archive' | 'track';

const deeds: Readonly<Record<string, TreeDeed>> = {
  Enter: 'open',
  'Shift+Enter': 'add',
  'Mod+Enter': 'track',
  F2: 'rename',
  Delete: 'archive',
};

/** The name of a pressed key with what is held beside it; Ctrl and ⌘ are one, as `Mod`. */
export function keyName(press: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): string {
  const mod = press.ctrlKey || press.metaKey ? 'Mod+' : '';
  const shift = press.shiftKey && press.key.length > 1 ? 'Shift+' : '';
  return mod + shift + press.key;
}

/** Reads a key press on one task as the ARIA tree pattern has it; undefined: not for the tree. */
export function readKey(
  rows: readonly Row[],
  focused: TaskId | null,
  key: string,
): TreeStep | undefined {
  const tasks = rows.filter((row): row is TaskRow => row.type === 'task');
  const index = Math.max(
    tasks.findIndex((row) => row.task.id === focused),
    0,
  );
  const row = tasks[index];
  if (row === undefined) return undefined;
  return readMove(tasks, index, key) ?? readDeed(tasks, index, row, key);
}

function readMove(tasks: readonly TaskRow[], index: number, key: string): TreeStep | undefined {
  const targets: Record<string, number> = {
    ArrowDown: Math.min(index + 1, tasks.length - 1),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: tasks.length - 1,
  };
  return focus(tasks[targets[key] ?? -1]);
}

function readDeed(
  tasks: readonly TaskRow[],
  index: number,
  row: TaskRow,
  key: string,
): TreeStep | undefined {
  const taskId = row.task.id;
  switch (key) {
    case 'ArrowRight':
      if (row.expanded === false) return { do: 'expand', taskId };
      return row.expanded === true ? focus(childOf(tasks, index)) : undefined;
    case 'ArrowLeft':
      if (row.expanded === true) return { do: 'collapse', taskId };
      return focus(tasks.find((other) => other.task.id === row.parent));
    default: {
      const deed = deeds[key];
      return deed && { do: deed, taskId };
    }
  }
}

function childOf(tasks: readonly TaskRow[], index: number): TaskRow | undefined {
  const next = tasks[index + 1];
  return next?.parent === tasks[index]?.task.id ? next : undefined;
}

function focus(row: TaskRow | undefined): TreeStep | undefined {
  return row && { do: 'focus', taskId: row.task.id };
}

/** Finds the next task whose name starts with what was typed, after the focused one and around. */
export function typeAhead(
  rows: readonly Row[],
  focused: TaskId | null,
  typed: string,
): TaskId | undefined {
  const tasks = rows.filter((row): row is TaskRow => row.type === 'task');
  const from = tasks.findIndex((row) => row.task.id === focused) + (typed.length === 1 ? 1 : 0);
  const start = typed.toLocaleLowerCase();
  return [...tasks.slice(Math.max(from, 0)), ...tasks].find((row) =>
    row.task.name.toLocaleLowerCase().startsWith(start),
  )?.task.id;
}
