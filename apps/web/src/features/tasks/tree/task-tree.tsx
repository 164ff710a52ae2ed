import { useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useEffect, useRef, type RefObject } from 'react';
import type { Row } from './flatten.ts';
import { NameLine } from './name-line.tsx';
import { SpecialLine } from './special-line.tsx';
import { TaskLine } from './task-line.tsx';
import './tree.css';
import { useDrag } from './use-drag.ts';
import { useLines } from './use-lines.ts';
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
  const { virtual, top, scrollTo } = useLines(tree, list);
  const drag = useDrag(tree);
  const keys = useTreeKeys(tree, onOpen, scrollTo);
  useFocusBack(list, tree);
  return (
    <div
      ref={list}
      role="tree"
      aria-label={t`Projects and tasks`}
      aria-activedescendant={keys.activeId}
      tabIndex={0}
      className="tree"
      data-focus="tree"
      onKeyDown={keys.onKeyDown}
      onClick={keys.onClick}
      {...drag.handlers}
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
            <Line row={row} tree={tree} opened={opened} target={drag.over} onMove={onMove} />
          </div>
        );
      })}
    </div>
  );
}

interface LineProps extends Omit<TaskTreeProps, 'onOpen'> {
  readonly row: Row;
  readonly target: TaskId | null;
}

function Line({ row, tree, opened, target, onMove }: LineProps) {
  if (row.type !== 'task') return <SpecialLine row={row} tree={tree} />;
  const { id } = row.task;
  if (tree.renaming === id) return <NameLine row={row} tree={tree} />;
  return (
    <TaskLine
      row={row}
      deeds={tree.deeds}
      opened={id === opened}
      active={id === tree.focused}
      target={id === target}
      onMove={onMove}
    />
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
