import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PickedTask } from './picked-task.ts';
import './task-name.css';

interface TaskNameProps {
  /** Null: “No task”. */
  readonly task: PickedTask | null;
  /** Draws the mark of a provider. */
  readonly mark?: (provider: string) => ReactNode;
  /** Puts the path below the name instead of after it. */
  readonly stacked?: boolean;
}

/** A task by colour, name and path. */
export function TaskName({ task, mark, stacked = false }: TaskNameProps) {
  if (task === null) {
    return (
      <span className="task-name task-name-none">
        <span className="task-name-dot" aria-hidden="true" />
        <Trans>No task</Trans>
      </span>
    );
  }
  return (
    <span className={stacked ? 'task-name task-name-stacked' : 'task-name'}>
      <span
        className="task-name-dot"
        style={task.color === null ? undefined : { background: task.color }}
        aria-hidden="true"
      />
      <span className="task-name-texts">
        <span className="task-name-own">
          <bdi className="task-name-text">{task.name}</bdi>
          {task.provider !== null && mark?.(task.provider)}
          {task.archived && (
            <small className="task-name-archived">
              <Trans>archived</Trans>
            </small>
          )}
        </span>
        {task.path.length > 0 && <bdi className="task-name-path">{pathText(task.path)}</bdi>}
      </span>
    </span>
  );
}

function pathText(path: readonly string[]): string {
  return path.join(' › ');
}
