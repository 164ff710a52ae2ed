import { Button, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { fieldErrors } from '../../shell/refusal.ts';
import type { AccountDraft } from './account-draft.ts';
import { PlaceFields } from './place-fields.tsx';
import { TimeFields } from './time-fields.tsx';

interface AccountFormProps {
  readonly stored: AccountDraft;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onSave: (draft: AccountDraft) => Promise<void>;
}

/** What a group of fields works on. */
export interface FieldsProps {
  readonly draft: AccountDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<AccountDraft>) => void;
}

/** Edits the settings of the account and saves them all at once. */
export function AccountForm({ stored, error, busy, onEdit, onSave }: AccountFormProps) {
  const [edited, setEdited] = useState<Partial<AccountDraft>>({});
  const draft = { ...stored, ...edited };
  const onChange = (change: Partial<AccountDraft>): void => {
    setEdited({ ...edited, ...change });
    onEdit();
  };
  const fields = { draft, errors: fieldErrors(error), onChange };
  const untouched = Object.keys(edited).length === 0;
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A refusal stands at its field; what was typed stays.
        void onSave(draft).then(
          () => setEdited({}),
          () => undefined,
        );
      }}
    >
      <PlaceFields {...fields} />
      <TimeFields {...fields} />
      <Group gap="xs">
        <Button type="submit" loading={busy} disabled={untouched}>
          <Trans>Save</Trans>
        </Button>
        {!untouched && (
          <Button variant="subtle" color="gray" onClick={() => onChangeBack(setEdited, onEdit)}>
            <Trans>Undo changes</Trans>
          </Button>
        )}
      </Group>
    </form>
  );
}

function onChangeBack(
  setEdited: (edited: Partial<AccountDraft>) => void,
  onEdit: () => void,
): void {
  setEdited({});
  onEdit();
}
