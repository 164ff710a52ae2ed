import { Trans } from '@lingui/react/macro';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import { Fragment } from 'react';

interface TaskPathProps {
  readonly path: TaskWithPath['path'];
}

/** The names from the root to a task's parent, in one quiet line. */
export function TaskPath({ path }: TaskPathProps) {
  return (
    <span className="task-path" title={path.map(({ name }) => name).join(' › ')}>
      {path.length === 0 ? (
        <Trans>Project</Trans>
      ) : (
        path.map(({ id, name }, index) => (
          <Fragment key={id}>
            {index > 0 && ' › '}
            <bdi>{name}</bdi>
          </Fragment>
        ))
      )}
    </span>
  );
}
