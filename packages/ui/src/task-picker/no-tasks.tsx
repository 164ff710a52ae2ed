import { Button, Skeleton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { TaskAnswer } from './follow-query.ts';

interface NoTasksProps {
  readonly answer: TaskAnswer;
  readonly askAgain: () => void;
}

/** What stands in the list while there is no task in it: still asking, nothing found, or failed. */
export function NoTasks({ answer, askAgain }: NoTasksProps) {
  if (answer.state !== 'failed' && answer.tasks.length > 0) return null;
  if (answer.state === 'asking') {
    return (
      <div className="task-picker-note" aria-busy="true">
        <Skeleton height={14} width="60%" />
        <Skeleton height={14} width="45%" mt={10} />
      </div>
    );
  }
  if (answer.state === 'failed') {
    return (
      <div className="task-picker-note" role="alert">
        {answer.reason}
        <Button size="compact-sm" variant="default" mt="xs" onClick={askAgain}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    );
  }
  return (
    <output className="task-picker-note">
      {answer.query === '' ? (
        <Trans>Nothing tracked yet. Type a part of a task’s name to find it.</Trans>
      ) : (
        <Trans>
          No task with “{answer.query}” that you can track on. Try fewer letters, or ask a project
          manager to assign you.
        </Trans>
      )}
    </output>
  );
}
