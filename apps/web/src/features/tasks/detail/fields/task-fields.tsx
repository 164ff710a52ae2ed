import { Switch, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import { TagField } from '../../../tags/tag-field.tsx';
import { TagNames } from '../../../tags/tag-names.tsx';
import { useTaskDeeds } from '../../use-task-deeds.ts';
import { BudgetField } from '../time/budget-field.tsx';
import { ColorField } from './color-field.tsx';
import { KeywordsField } from './keywords-field.tsx';

interface TaskFieldsProps {
  readonly task: Task;
  readonly editable: boolean;
}

/** What a task carries besides its name; also imported tasks can be given these. */
export function TaskFields({ task, editable }: TaskFieldsProps) {
  if (!editable) return <ReadFields task={task} />;
  return (
    <>
      <BudgetField task={task} />
      <TagsOfTask task={task} />
      <KeywordsField task={task} />
      <BillableField task={task} />
      <ColorField task={task} />
      <NoteField key={task.note} task={task} />
    </>
  );
}

function ReadFields({ task }: { readonly task: Task }) {
  return (
    <>
      <TagNames tagIds={task.tagIds} />
      {task.keywords.length > 0 && (
        <Text size="sm" c="dimmed" dir="auto">
          <Trans>Also found by: {task.keywords.join(', ')}</Trans>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {task.billable ? <Trans>Billable</Trans> : <Trans>Not billable</Trans>}
      </Text>
      {task.note !== '' && (
        <Text size="sm" dir="auto" className="detail-note">
          {task.note}
        </Text>
      )}
    </>
  );
}

function TagsOfTask({ task }: { readonly task: Task }) {
  const { change } = useTaskDeeds();
  const asked = change.isPending ? change.variables.changes.tagIds : undefined;
  return (
    <TagField
      value={asked ?? task.tagIds}
      onChange={(tagIds) => change.mutate({ taskId: task.id, changes: { tagIds: [...tagIds] } })}
    />
  );
}

function BillableField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  return (
    <Switch
      label={t`Billable`}
      description={t`New time on this task starts as billable`}
      checked={change.isPending ? change.variables.changes.billable === true : task.billable}
      onChange={(event) =>
        change.mutate({ taskId: task.id, changes: { billable: event.currentTarget.checked } })
      }
    />
  );
}

function NoteField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const [note, setNote] = useState(task.note);
  return (
    <Textarea
      label={t`Note`}
      placeholder={t`What should the team know about this task?`}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={10_000}
      dir="auto"
      value={note}
      onChange={(event) => setNote(event.currentTarget.value)}
      onBlur={() => note !== task.note && change.mutate({ taskId: task.id, changes: { note } })}
    />
  );
}
