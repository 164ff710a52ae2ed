import { ColorSwatch, Group, Switch, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import { useTaskDeeds } from '../use-task-deeds.ts';

interface TaskFieldsProps {
  readonly task: Task;
  readonly editable: boolean;
}

/** What a task carries besides its name; also imported tasks can be given these. */
export function TaskFields({ task, editable }: TaskFieldsProps) {
  if (!editable) return <ReadFields task={task} />;
  return (
    <>
      <BillableField task={task} />
      <ColorField task={task} />
      <NoteField key={task.note} task={task} />
    </>
  );
}

function ReadFields({ task }: { readonly task: Task }) {
  return (
    <>
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

function useColors(): readonly { readonly value: string; readonly name: string }[] {
  const { t } = useLingui();
  return [
    { value: '#e03131', name: t`red` },
    { value: '#e8590c', name: t`orange` },
    { value: '#f08c00', name: t`yellow` },
    { value: '#2f9e44', name: t`green` },
    { value: '#099268', name: t`teal` },
    { value: '#1971c2', name: t`blue` },
    { value: '#6741d9', name: t`violet` },
    { value: '#c2255c', name: t`pink` },
    { value: '#846358', name: t`brown` },
  ];
}

function ColorField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const colors = useColors();
  const choose = (color: string | null) => change.mutate({ taskId: task.id, changes: { color } });
  return (
    <fieldset className="detail-colors">
      <legend>
        <Trans>Colour</Trans>
      </legend>
      <Group gap={6}>
        <button
          type="button"
          className="detail-no-color"
          aria-label={t`no colour`}
          aria-pressed={task.color === null}
          onClick={() => choose(null)}
        />
        {colors.map(({ value, name }) => (
          <ColorSwatch
            key={value}
            component="button"
            type="button"
            color={value}
            size={24}
            className="detail-color"
            aria-label={name}
            title={name}
            aria-pressed={task.color === value}
            onClick={() => choose(value)}
          >
            {task.color === value && <IconCheck size={14} color="white" stroke={3} />}
          </ColorSwatch>
        ))}
      </Group>
    </fieldset>
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
