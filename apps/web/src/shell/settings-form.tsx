import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { fieldErrors, showDone } from './refusal.ts';

/** What a group of fields works on. */
export interface FieldsProps<Draft> {
  readonly draft: Draft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<Draft>) => void;
}

interface SettingsFormProps<Draft> {
  readonly className: string;
  /** What another window saves meanwhile is shown, unless it is being edited here. */
  readonly stored: Draft;
  /** The mutation that saves. */
  readonly saving: {
    readonly error: unknown;
    readonly isPending: boolean;
    readonly reset: () => void;
    readonly mutate: (draft: Draft, then: { onSuccess: () => void }) => void;
  };
  readonly children: (fields: FieldsProps<Draft>) => ReactNode;
}

/** Edits settings and saves them all at once; a refusal stands at its field, and what was typed stays. */
export function SettingsForm<Draft extends object>(props: SettingsFormProps<Draft>) {
  const { className, stored, saving, children } = props;
  const { t } = useLingui();
  const [edited, setEdited] = useState<Partial<Draft>>({});
  const draft = { ...stored, ...edited };
  const edit = (next: Partial<Draft>): void => {
    setEdited(next);
    saving.reset();
  };
  const saved = (): void => {
    setEdited({});
    showDone(t`Saved`);
  };
  const untouched = Object.keys(edited).length === 0;
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft, { onSuccess: saved });
      }}
    >
      {children({
        draft,
        errors: fieldErrors(saving.error),
        onChange: (change) => edit({ ...edited, ...change }),
      })}
      <Group gap="xs">
        <Button type="submit" loading={saving.isPending} disabled={untouched}>
          <Trans>Save</Trans>
        </Button>
        {!untouched && (
          <Button variant="subtle" color="gray" onClick={() => edit({})}>
            <Trans>Undo changes</Trans>
          </Button>
        )}
      </Group>
    </form>
  );
}
