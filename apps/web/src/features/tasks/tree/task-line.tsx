import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useMe } from '../../session/queries.ts';
import { rightsOn } from '../rights.ts';
import { StartButton } from '../start-button.tsx';
import { TaskMark } from '../task-mark.tsx';
import { TaskName } from '../task-name.tsx';
import { VendorLink } from '../vendor-link.tsx';
import type { TaskRow } from './flatten.ts';
import { indent } from './indent.ts';
import { lineId } from './line-id.ts';
import { LineMenu } from './line-menu.tsx';
import type { Tree } from './use-tree.ts';

interface TaskLineProps {
  readonly row: TaskRow;
  readonly tree: Tree;
  readonly opened: boolean;
  readonly onMove: (task: Task) => void;
}

/** One task in the tree: open and shut, name, start, menu. */
export function TaskLine({ row, tree, opened, onMove }: TaskLineProps) {
  const { t } = useLingui();
  const { task } = row;
  const rights = rightsOn(task, useMe().role);
  const active = tree.focused === task.id;
  return (
    <div
      id={lineId(task.id)}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={opened}
      aria-label={task.name}
      {...(row.expanded !== null && { 'aria-expanded': row.expanded })}
      className="tree-line"
      data-active={active || undefined}
      data-opened={opened || undefined}
      data-muted={rights.merePath || undefined}
      style={indent(row.level)}
      title={rights.merePath ? t`Only the path to a task you are assigned to` : undefined}
    >
      <Chevron row={row} tree={tree} />
      <TaskMark task={task} />
      <TaskName name={task.name} />
      {task.childCount > 0 && <span className="tree-count numbers" data-count={task.childCount} />}
      <span className="tree-gap" />
      <span className="tree-deeds">
        <VendorLink source={task.source} tabbable={active} />
        <LineMenu task={task} rights={rights} tree={tree} onMove={onMove} tabbable={active} />
      </span>
      <StartButton task={task} tabbable={active} />
    </div>
  );
}

function Chevron({ row, tree }: { readonly row: TaskRow; readonly tree: Tree }) {
  const { t } = useLingui();
  if (row.expanded === null) return <span className="tree-chevron" />;
  const { expanded, task } = row;
  return (
    <ActionIcon
      className="tree-chevron"
      variant="transparent"
      color="gray"
      size="sm"
      tabIndex={-1}
      aria-label={expanded ? t`Fold` : t`Unfold`}
      data-open={expanded || undefined}
      onClick={(event) => {
        event.stopPropagation();
        tree.setOpen(task.id, !expanded);
      }}
    >
      <IconChevronRight size={16} />
    </ActionIcon>
  );
}
