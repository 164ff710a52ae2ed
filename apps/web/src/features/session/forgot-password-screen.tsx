import { Anchor, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { requestPasswordReset } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { VisitorForm } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';

/** Asks for the link that sets a new password. */
export function ForgotPasswordScreen() {
  const { t } = useLingui();
  const request = useMutation({
    mutationFn: async (email: string) =>
      api(requestPasswordReset, {
        body: fit(requestPasswordReset.body, { email }),
      }),
  });
  if (request.isSuccess) return <Sent email={request.variables} />;
  return (
    <VisitorFrame
      title={t`Forgot your password?`}
      hint={<Trans>We mail you a link to set a new one.</Trans>}
      foot={<BackToSignIn />}
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

function Sent({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <VisitorFrame
      title={t`Look into your mail`}
      hint={
        <Trans>
          If somebody signs in with {email}, a link for a new password is on its way. On a server
          without a mail server, an administrator finds it under Settings › Outbox.
        </Trans>
      }
      foot={<BackToSignIn />}
    >
      {null}
    </VisitorFrame>
  );
}

function BackToSignIn() {
  return (
    <Anchor component={Link} to="/" size="sm">
      <Trans>Back to sign in</Trans>
    </Anchor>
  );
}
