import { Trans } from '@lingui/react/macro';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';

interface PathLinksProps {
  readonly path: TaskWithPath['path'];
  readonly onOpen: (taskId: TaskId) => void;
}

/** The way from the root to a task; each step opens. */
export function PathLinks({ path, onOpen }: PathLinksProps) {
  if (path.length === 0) {
    return (
      <span className="task-path">
        <Trans>Project</Trans>
      </span>
    );
  }
  return (
    <ol className="detail-path">
      {path.map(({ id, name }) => (
        <li key={id}>
          <button type="button" title={name} onClick={() => onOpen(id)}>
            <bdi>{name}</bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}
