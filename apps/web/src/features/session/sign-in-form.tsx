import { Anchor, PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { signIn } from '@timegrove/contract/session.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { fieldErrors } from '../../shell/refusal.ts';
import { KeptHere } from '../outbox/kept-here.tsx';
import { DemoLogins } from './demo-logins.tsx';
import type { Demo } from './queries.ts';
import { useEntrance } from './use-entrance.ts';
import { VisitorForm } from './visitor-form.tsx';
import { VisitorFrame } from './visitor-frame.tsx';

interface Login {
  readonly email: string;
  readonly password: string;
}

/** Signs a member in; on a demo server the log-ins to try are one click away. */
export function SignInForm({ demo }: { demo: Demo | null }) {
  const { t } = useLingui();
  const [login, setLogin] = useState<Login>({ email: '', password: '' });
  const entrance = useEntrance((body: Login) => api(signIn, { body: fit(signIn.body, body) }));
  return (
    <VisitorFrame
      title={t`Sign in`}
      foot={
        <Anchor component={Link} to="/forgot-password" size="sm">
          <Trans>Forgot your password?</Trans>
        </Anchor>
      }
    >
      <KeptHere />
      <VisitorForm
        error={entrance.error}
        busy={entrance.isPending}
        action={t`Sign in`}
        onSubmit={() => entrance.mutate(login)}
        onEdit={entrance.reset}
      >
        <LoginFields login={login} onChange={setLogin} error={entrance.error} />
      </VisitorForm>
      {demo !== null && <DemoLogins demo={demo} onPick={setLogin} />}
    </VisitorFrame>
  );
}

interface LoginFieldsProps {
  readonly login: Login;
  readonly onChange: (login: Login) => void;
  readonly error: unknown;
}

function LoginFields({ login, onChange, error }: LoginFieldsProps) {
  const { t } = useLingui();
  const errors = fieldErrors(error);
  return (
    <>
      <TextInput
        name="email"
        type="email"
        label={t`E-mail`}
        autoComplete="username"
        value={login.email}
        onChange={(event) => onChange({ ...login, email: event.currentTarget.value })}
        error={errors['email']}
      />
      <PasswordInput
        name="password"
        label={t`Password`}
        autoComplete="current-password"
        value={login.password}
        onChange={(event) => onChange({ ...login, password: event.currentTarget.value })}
        error={errors['password']}
      />
    </>
  );
}
