import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldErrors, sentenceOf } from '../../shell/refusal.ts';

/** What was typed into a form, by field name. */
export type Typed = (field: string) => string;

interface VisitorFormProps {
  /** Why the last try failed, if it did. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly action: string;
  readonly onSubmit: (typed: Typed) => void;
  /** Called when something is typed, so that an old error can go. */
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

/** A form with one action; a refusal that is about no single field stands above the action. */
export function VisitorForm(props: VisitorFormProps) {
  const { error, busy, action, onSubmit, onEdit, children } = props;
  const inFields = Object.keys(fieldErrors(error)).length > 0;
  return (
    <form
      className="visitor-form"
      noValidate
      onChange={onEdit}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onSubmit((field) => textOf(data.get(field)));
      }}
    >
      {children}
      {error != null && !inFields && (
        <Alert color="red" variant="light" role="alert">
          {sentenceOf(error)}
        </Alert>
      )}
      <Button type="submit" loading={busy} fullWidth>
        {action}
      </Button>
    </form>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
