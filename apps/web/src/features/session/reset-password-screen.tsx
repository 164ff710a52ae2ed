import { Anchor, Button, PasswordInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { resetPassword } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { VisitorForm } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';

const route = getRouteApi('/reset-password');

/** Sets a new password with the token of a mailed link. */
export function ResetPasswordScreen() {
  const { t } = useLingui();
  const { token } = route.useSearch();
  const reset = useMutation({
    mutationFn: (password: string) => api(resetPassword, { body: { token, password } }),
  });
  if (reset.isSuccess) return <Done />;
  return (
    <VisitorFrame
      title={t`Set a new password`}
      foot={
        <Anchor component={Link} to="/forgot-password" size="sm">
          <Trans>Ask for a new link</Trans>
        </Anchor>
      }
    >
      <VisitorForm
        error={reset.error}
        busy={reset.isPending}
        action={t`Set password`}
        onSubmit={(typed) => reset.mutate(typed('password'))}
        onEdit={reset.reset}
      >
        <PasswordInput
          name="password"
          label={t`New password`}
          description={t`At least 10 characters`}
          autoComplete="new-password"
          error={fieldErrors(reset.error)['password']}
        />
      </VisitorForm>
    </VisitorFrame>
  );
}

function Done() {
  const { t } = useLingui();
  return (
    <VisitorFrame
      title={t`Your password is changed`}
      hint={<Trans>Everywhere else you were signed out. Sign in with the new password.</Trans>}
    >
      <Button component={Link} to="/" fullWidth mt="md">
        <Trans>Sign in</Trans>
      </Button>
    </VisitorFrame>
  );
}
