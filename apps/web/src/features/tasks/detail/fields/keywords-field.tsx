import { TagsInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useTaskDeeds } from '../../use-task-deeds.ts';

/** Other words for a task, as chips. */
export function KeywordsField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const asked = change.isPending ? change.variables.changes.keywords : undefined;
  const value = asked ?? task.keywords;
  return (
    <TagsInput
      label={t`Keywords`}
      description={t`The task is found by these words, too.`}
      placeholder={value.length === 0 ? t`Type a word and press Enter` : ''}
      value={[...value]}
      onChange={(keywords) => change.mutate({ taskId: task.id, changes: { keywords } })}
      isDuplicate={(word, others) => others.some((other) => isSame(other, word))}
      splitChars={[',', ';']}
      maxTags={20}
      maxLength={60}
    />
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}
