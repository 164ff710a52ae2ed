import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { memo } from 'react';
import { useMe } from '../../session/queries.ts';
import { StarButton } from '../favourites/star-button.tsx';
import { rightsOn } from '../rights.ts';
import { StartButton } from '../start-button.tsx';
import { TaskMark } from '../task-mark.tsx';
import { TaskName } from '../task-name.tsx';
import { VendorLink } from '../vendor-link.tsx';
import type { TaskRow } from './flatten.ts';
import { indent } from './indent.ts';
import { lineId } from './line-id.ts';
import { LineMenu } from './line-menu.tsx';
import type { TreeDeeds } from './use-tree.ts';

interface TaskLineProps {
  readonly row: TaskRow;
  readonly deeds: TreeDeeds;
  readonly opened: boolean;
  /** The keys are on it. */
  readonly active: boolean;
  /** Something is held over it that would be moved below it. */
  readonly target: boolean;
  readonly onMove: (task: Task) => void;
}

/** One task in the tree: open and shut, name, favourite, menu, start. Scrolling leaves it as it is. */
export const TaskLine = memo(function TaskLine(props: TaskLineProps) {
  const { row, deeds, opened, active, target, onMove } = props;
  const { t } = useLingui();
  const { task } = row;
  const rights = rightsOn(task, useMe().role);
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
      data-target={target || undefined}
      draggable={rights.structure === 'open'}
      data-muted={rights.merePath || undefined}
      style={indent(row.level)}
      title={rights.merePath ? t`Only the path to a task you are assigned to` : undefined}
    >
      <Chevron row={row} deeds={deeds} />
      <TaskMark task={task} />
      <TaskName name={task.name} />
      {task.childCount > 0 && <span className="tree-count numbers" data-count={task.childCount} />}
      <span className="tree-gap" />
      <span className="tree-deeds">
        <VendorLink source={task.source} tabbable={active} />
        <LineMenu task={task} rights={rights} deeds={deeds} onMove={onMove} tabbable={active} />
        <StarButton task={task} tabbable={active} />
      </span>
      <StartButton task={task} tabbable={active} />
    </div>
  );
});

function Chevron({ row, deeds }: Pick<TaskLineProps, 'row' | 'deeds'>) {
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
        deeds.setOpen(task.id, !expanded);
      }}
    >
      <IconChevronRight size={16} />
    </ActionIcon>
  );
}
