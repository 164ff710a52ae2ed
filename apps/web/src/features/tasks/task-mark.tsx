import type { Task } from '@timegrove/contract/tasks.ts';
import { ProviderIcon } from '../integrations/provider-icon.tsx';

/** The small sign before a task's name: its vendor's icon, or a dot of its colour. */
export function TaskMark({ task }: { readonly task: Pick<Task, 'source' | 'color'> }) {
  return (
    <>
      {task.source && <ProviderIcon provider={task.source.provider} size={16} />}
      {(task.source === null || task.color !== null) && (
        <span
          className="task-dot"
          style={task.color === null ? undefined : { background: task.color }}
          aria-hidden="true"
        />
      )}
    </>
  );
}
