import { Button, PasswordInput, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { changePassword } from '@timegrove/contract/session.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { fieldErrors, showDone, showRefusal } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';

const empty = { current: '', next: '' };

/** Changes the own password. */
export function PasswordForm() {
  const { t } = useLingui();
  const [typed, setTyped] = useState(empty);
  const change = useMutation({
    mutationFn: (body: typeof empty) => api(changePassword, { body }),
    onSuccess: () => {
      setTyped(empty);
      showDone(t`The new password holds. Other sessions have ended.`);
    },
    onError: (error) => {
      if (Object.keys(fieldErrors(error)).length === 0) showRefusal(error);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(typed);
      }}
    >
      <fieldset className="profile-section">
        <legend>
          <Trans>Password</Trans>
        </legend>
        <Text size="sm" c="dimmed">
          <Trans>A new password ends every other session. API tokens go on working.</Trans>
        </Text>
        <PasswordFields
          typed={typed}
          errors={fieldErrors(change.error)}
          onChange={(more) => {
            setTyped({ ...typed, ...more });
            change.reset();
          }}
        />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={typed.current === '' || typed.next === ''}
          >
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

interface PasswordFieldsProps {
  readonly typed: typeof empty;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (more: Partial<typeof empty>) => void;
}

function PasswordFields({ typed, errors, onChange }: PasswordFieldsProps) {
  const { t } = useLingui();
  const { email } = useMe();
  return (
    <>
      {/* Password managers look for the name beside the password. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t`Current password`}
        autoComplete="current-password"
        value={typed.current}
        error={errors['current']}
        onChange={(event) => onChange({ current: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`New password`}
        description={t`At least 10 characters`}
        autoComplete="new-password"
        value={typed.next}
        error={errors['password'] ?? errors['next']}
        onChange={(event) => onChange({ next: event.currentTarget.value })}
      />
    </>
  );
}
