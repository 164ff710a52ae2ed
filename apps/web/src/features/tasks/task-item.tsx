import { Trans } from '@lingui/react/macro';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import { Tag } from '../../shell/tag.tsx';
import { StarButton } from './favourites/star-button.tsx';
import { StartButton } from './start-button.tsx';
import { TaskMark } from './task-mark.tsx';
import { TaskName } from './task-name.tsx';
import { TaskPath } from './task-path.tsx';
import { walkItems } from './walk-items.ts';

interface TaskItemProps {
  readonly task: TaskWithPath;
  readonly opened: boolean;
  readonly onOpen: (task: TaskWithPath) => void;
}

/** A task in a list, with the way to it: opened, kept as a favourite and started from here. */
export function TaskItem({ task, opened, onOpen }: TaskItemProps) {
  return (
    <li className="task-item" data-opened={opened || undefined}>
      <button
        type="button"
        className="task-item-open"
        onClick={() => onOpen(task)}
        onKeyDown={walkItems}
      >
        <TaskMark task={task} />
        <span className="task-item-words">
          <TaskName name={task.name} />
          <TaskPath path={task.path} />
        </span>
        {task.archived && (
          <Tag tone="quiet">
            <Trans>Archived</Trans>
          </Tag>
        )}
      </button>
      <StarButton task={task} />
      <StartButton task={task} />
    </li>
  );
}
