import { PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { signUp } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { useEntrance } from './use-entrance.ts';
import { VisitorForm, type Typed } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';
import { ZoneSelect } from './zone-select.tsx';

function asked(typed: Typed) {
  return {
    accountName: typed('accountName'),
    name: typed('name'),
    email: typed('email'),
    password: typed('password'),
    zone: typed('zone'),
  };
}

/** The first visitor of a new server creates the account and becomes its administrator. */
export function SignUpForm() {
  const { t } = useLingui();
  const entrance = useEntrance((body: ReturnType<typeof asked>) =>
    api(signUp, { body: fit(signUp.body, body) }),
  );
  const errors = fieldErrors(entrance.error);
  return (
    <VisitorFrame
      title={t`Create your account`}
      hint={<Trans>You are the first one here, so you become the administrator.</Trans>}
    >
      <VisitorForm
        error={entrance.error}
        busy={entrance.isPending}
        action={t`Create account`}
        onSubmit={(typed) => entrance.mutate(asked(typed))}
        onEdit={entrance.reset}
      >
        <TextInput
          name="accountName"
          label={t`Company or team`}
          autoComplete="organization"
          error={errors['accountName']}
        />
        <TextInput name="name" label={t`Your name`} autoComplete="name" error={errors['name']} />
        <TextInput
          name="email"
          type="email"
          label={t`E-mail`}
          autoComplete="username"
          error={errors['email']}
        />
        <PasswordInput
          name="password"
          label={t`Password`}
          description={t`At least 10 characters`}
          autoComplete="new-password"
          error={errors['password']}
        />
        <ZoneSelect error={errors['zone']} />
      </VisitorForm>
    </VisitorFrame>
  );
}
