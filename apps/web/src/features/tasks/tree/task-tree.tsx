import { useMediaQuery } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Row } from './flatten.ts';
import { NameLine } from './name-line.tsx';
import { SpecialLine } from './special-line.tsx';
import { TaskLine } from './task-line.tsx';
import './tree.css';
import { useTreeKeys } from './use-tree-keys.ts';
import type { Tree } from './use-tree.ts';

interface TaskTreeProps {
  readonly opened: TaskId | null;
  readonly tree: Tree;
  readonly onOpen: (task: Task) => void;
  readonly onMove: (task: Task) => void;
}

/** The tree of tasks as ARIA has it: one tab stop, arrow keys inside, only visible lines drawn. */
export function TaskTree({ tree, opened, onOpen, onMove }: TaskTreeProps) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const { virtual, top } = useLines(tree, list);
  useFocusBack(list, tree);
  const keys = useTreeKeys(tree, onOpen, (index) => virtual.scrollToIndex(index));
  const line = (row: Row) => {
    if (row.type !== 'task') return <SpecialLine row={row} tree={tree} />;
    if (tree.renaming === row.task.id) return <NameLine row={row} tree={tree} />;
    return <TaskLine row={row} tree={tree} opened={row.task.id === opened} onMove={onMove} />;
  };
  return (
    <div
      ref={list}
      role="tree"
      aria-label={t`Projects and tasks`}
      aria-activedescendant={keys.activeId}
      tabIndex={0}
      className="tree"
      onKeyDown={keys.onKeyDown}
      onClick={keys.onClick}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = tree.rows[item.index];
        return row === undefined ? null : (
          <div
            key={item.key}
            role="none"
            className="tree-slot"
            style={{ height: item.size, transform: `translateY(${item.start - top}px)` }}
          >
            {line(row)}
          </div>
        );
      })}
    </div>
  );
}

/** After a name was typed, the keys belong to the tree again. */
function useFocusBack(list: RefObject<HTMLDivElement | null>, tree: Tree): void {
  const typing = tree.renaming !== null || tree.rows.some(({ type }) => type === 'draft');
  const typed = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (typed.current && !typing && lost) list.current?.focus({ preventScroll: true });
    typed.current = typing;
  }, [typing, list]);
}

function useLines(tree: Tree, list: RefObject<HTMLDivElement | null>) {
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const rect = list.current?.getBoundingClientRect();
    setTop((rect?.top ?? 0) + window.scrollY);
  }, [list]);
  const height = touch ? 44 : 36;
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled with React Compiler
  const virtual = useWindowVirtualizer({
    count: tree.rows.length,
    estimateSize: () => height,
    getItemKey: (index) => rowKey(tree.rows[index]),
    scrollMargin: top,
    scrollPaddingStart: 140,
    scrollPaddingEnd: 120,
    overscan: 12,
  });
  return { virtual, top };
}

function rowKey(row: Row | undefined): string {
  if (row === undefined) return '';
  return row.type === 'task' ? row.task.id : `${row.type}:${row.parent ?? 'top'}`;
}
