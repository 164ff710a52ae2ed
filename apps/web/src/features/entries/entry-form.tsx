import { Alert, Button, Input, Switch, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { useState } from 'react';
import { fieldErrors, sentenceOf } from '../../shell/refusal.ts';
import { TagField } from '../tags/tag-field.tsx';
import { trackableTasks } from '../timers/trackable-tasks.ts';
import type { Draft } from './draft.ts';
import { providerMark } from './provider-mark.tsx';
import { TimesFields } from './times-fields.tsx';
import './entry-form.css';

interface EntryFormProps {
  readonly initial: Draft;
  readonly action: string;
  readonly busy: boolean;
  /** Why the last try was refused, if it was. */
  readonly error: unknown;
  readonly onSave: (draft: Draft) => void;
  /** Left out where there is nothing to delete yet. */
  readonly onDelete?: () => void;
}

/** Task, times, note, tags and billable of one entry. */
export function EntryForm({ initial, action, busy, error, onSave, onDelete }: EntryFormProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(initial);
  return (
    <form
      className="entry-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <Input.Wrapper label={t`Task`} labelElement="div">
        <TaskPicker
          value={draft.task}
          onPick={(task) => setDraft({ ...draft, task })}
          source={trackableTasks}
          label={t`Task`}
          mark={providerMark}
          first
        />
      </Input.Wrapper>
      <TimesFields
        times={draft.times}
        errors={fieldErrors(error)}
        onChange={(times) => setDraft({ ...draft, times })}
      />
      <Textarea
        label={t`Note`}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={draft.note}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      <TagField
        value={draft.tagIds}
        onChange={(tagIds) => setDraft((before) => ({ ...before, tagIds }))}
      />
      <BillableSwitch
        billable={draft.billable}
        onChange={(billable) => setDraft({ ...draft, billable })}
      />
      <Refusal error={error} />
      <Deeds action={action} busy={busy} onDelete={onDelete} />
    </form>
  );
}

interface BillableSwitchProps {
  /** Undefined: as the task says. */
  readonly billable: boolean | undefined;
  readonly onChange: (billable: boolean) => void;
}

function BillableSwitch({ billable, onChange }: BillableSwitchProps) {
  const { t } = useLingui();
  if (billable === undefined) return null;
  return (
    <Switch
      label={t`Billable`}
      checked={billable}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

type DeedsProps = Pick<EntryFormProps, 'action' | 'busy'> & {
  readonly onDelete: (() => void) | undefined;
};

function Deeds({ action, busy, onDelete }: DeedsProps) {
  return (
    <div className="entry-form-deeds">
      <Button type="submit" loading={busy}>
        {action}
      </Button>
      {onDelete !== undefined && (
        <Button variant="default" onClick={onDelete}>
          <Trans>Delete</Trans>
        </Button>
      )}
    </div>
  );
}

const ownFields = ['startedAt', 'stoppedAt'];

function Refusal({ error }: { error: unknown }) {
  if (error == null) return null;
  if (Object.keys(fieldErrors(error)).some((field) => ownFields.includes(field))) return null;
  return (
    <Alert color="red" variant="light" role="alert" title={<Trans>Not saved</Trans>}>
      {sentenceOf(error)}
    </Alert>
  );
}
