import { Alert, Button, Input, Switch, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { useState } from 'react';
import { fieldErrors, sentenceOf } from '../../shell/refusal.ts';
import { trackableTasks } from '../timers/queries.ts';
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
}

/** Task, times, note and billable of one entry. */
export function EntryForm({ initial, action, busy, error, onSave }: EntryFormProps) {
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
      {draft.billable !== undefined && (
        <Switch
          label={t`Billable`}
          checked={draft.billable}
          onChange={(event) => setDraft({ ...draft, billable: event.currentTarget.checked })}
        />
      )}
      <Refusal error={error} />
      <Button type="submit" loading={busy}>
        {action}
      </Button>
    </form>
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
