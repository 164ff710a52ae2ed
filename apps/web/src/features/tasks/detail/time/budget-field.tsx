import { CloseButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { TypedField } from '@timegrove/ui/typed-field/typed-field.tsx';
import { useTaskDeeds } from '../../use-task-deeds.ts';
import { readBudget } from './budget.ts';

/** How much time a task is meant to take, typed as people say it. */
export function BudgetField({ task }: { readonly task: Pick<Task, 'id' | 'budgetMinutes'> }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const put = (budgetMinutes: number | null) => {
    if (budgetMinutes !== task.budgetMinutes) {
      change.mutate({ taskId: task.id, changes: { budgetMinutes } });
    }
  };
  return (
    <div className="budget-field">
      <TypedField
        label={t`Budget of time`}
        placeholder={t`None; type 40h or 1:30`}
        text={task.budgetMinutes === null ? '' : inWords(task.budgetMinutes)}
        parse={readBudget}
        onTake={put}
        echo={inWords}
        unclear={t`Type a length of time like 40h or 1:30.`}
      />
      {task.budgetMinutes !== null && (
        <CloseButton aria-label={t`Remove the budget`} onClick={() => put(null)} />
      )}
    </div>
  );
}

function inWords(minutes: number): string {
  return formatDuration(minutes * minute, 'words');
}
