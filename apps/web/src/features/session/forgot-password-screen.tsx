import { Anchor, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { requestPasswordReset } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { VisitorForm } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';

/** Asks for the link that sets a new password. */
export function ForgotPasswordScreen() {
  const { t } = useLingui();
  const request = useMutation({
    mutationFn: (email: string) => api(requestPasswordReset, { body: { email } }),
  });
  const foot = (
    <Anchor component={Link} to="/" size="sm">
      <Trans>Back to sign in</Trans>
    </Anchor>
  );
  if (request.isSuccess) {
    return (
      <VisitorFrame
        title={t`Look into your mail`}
        hint={
          <Trans>
            If somebody signs in with {request.variables}, a link for a new password is on its way.
            On a server without a mail server, an administrator finds it under Settings › Outbox.
          </Trans>
        }
        foot={foot}
      >
        {null}
      </VisitorFrame>
    );
  }
  return (
    <VisitorFrame
      title={t`Forgot your password?`}
      hint={<Trans>We mail you a link to set a new one.</Trans>}
      foot={foot}
    >
      <VisitorForm
        error={request.error}
        busy={request.isPending}
        action={t`Send the link`}
        onSubmit={(typed) => request.mutate(typed('email'))}
        onEdit={request.reset}
      >
        <TextInput
          name="email"
          type="email"
          label={t`E-mail`}
          autoComplete="username"
          error={fieldErrors(request.error)['email']}
        />
      </VisitorForm>
    </VisitorFrame>
  );
}
