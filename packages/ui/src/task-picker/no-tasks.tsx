import { Button, Skeleton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Question, TaskAnswer } from './follow-query.ts';

interface NoTasksProps {
  readonly way: Question['way'];
  readonly answer: TaskAnswer;
  readonly askAgain: () => void;
}

/** What stands below the list: that it goes on, or why no task is in it: still asking, nothing found, or failed. */
export function NoTasks({ way, answer, askAgain }: NoTasksProps) {
  if (answer.state !== 'failed' && answer.tasks.length > 0) return answer.more && <More />;
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
      {answer.query !== '' && (
        <Trans>
          No task with “{answer.query}” that you can track on. Try fewer letters, or ask a project
          manager to assign you.
        </Trans>
      )}
      {answer.query === '' && way === null && (
        <Trans>Nothing tracked yet. Type a part of a task’s name to find it.</Trans>
      )}
      {answer.query === '' && way !== null && (
        <Trans>There is nothing here that you can see. Ask a project manager to assign you.</Trans>
      )}
    </output>
  );
}

function More() {
  return (
    <output className="task-picker-note">
      <Trans>There are more. Type a part of the name to find one of them.</Trans>
    </output>
  );
}
