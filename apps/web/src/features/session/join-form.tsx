import { PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { acceptInvitation } from '@timegrove/contract/members.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { useEntrance } from './use-entrance.ts';
import { VisitorForm, type Typed } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';
import { ZoneSelect } from './zone-select.tsx';

interface JoinFormProps {
  readonly token: string;
  readonly invitation: {
    readonly accountName: string;
    readonly email: string;
    readonly invitedBy: string;
  };
}

function asked(typed: Typed) {
  return { name: typed('name'), password: typed('password'), zone: typed('zone') };
}

/** Accepts an invitation: name, password, and in. */
export function JoinForm({ token, invitation }: JoinFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const entrance = useEntrance(
    (body: ReturnType<typeof asked>) =>
      api(acceptInvitation, { params: { token }, body: fit(acceptInvitation.body, body) }),
    () => void navigate({ to: '/' }),
  );
  const errors = fieldErrors(entrance.error);
  return (
    <VisitorFrame
      title={t`Join ${invitation.accountName}`}
      hint={<Trans>{invitation.invitedBy} invited you to track time together.</Trans>}
    >
      <VisitorForm
        error={entrance.error}
        busy={entrance.isPending}
        action={t`Join`}
        onSubmit={(typed) => entrance.mutate(asked(typed))}
        onEdit={entrance.reset}
      >
        <TextInput
          label={t`E-mail`}
          value={invitation.email}
          readOnly
          autoComplete="username"
          error={errors['email']}
        />
        <TextInput name="name" label={t`Your name`} autoComplete="name" error={errors['name']} />
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
