import { Button, PasswordInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { makeClient, type Client } from '@timegrove/contract/client.ts';
import { useState } from 'react';
import { VisitorForm } from '../session/visitor-form.tsx';
import { VisitorFrame } from '../session/visitor-frame.tsx';
import { VisitorScreen } from '../session/visitor-screen.tsx';

/** Somebody who speaks by a token for the API; whether it is a good one, the next answer tells. */
export interface Bearer {
  readonly ask: Client;
}

interface WaysInProps {
  readonly onToken: (bearer: Bearer) => void;
}

/** How somebody who is not signed in here says who they are, before they let anything in. */
export function WaysIn({ onToken }: WaysInProps) {
  const { t } = useLingui();
  const [way, setWay] = useState<'sign-in' | 'token' | null>(null);
  if (way === 'sign-in') return <VisitorScreen />;
  if (way === 'token') return <TokenForm onToken={onToken} onBack={() => setWay(null)} />;
  return (
    <VisitorFrame
      title={t`Connect to Timegrove`}
      hint={<Trans>Something asks to be let in. Say who you are to see what it is.</Trans>}
    >
      <div className="visitor-form">
        <Button onClick={() => setWay('sign-in')}>
          <Trans>Sign in</Trans>
        </Button>
        <Button variant="default" onClick={() => setWay('token')}>
          <Trans>Use an API token</Trans>
        </Button>
      </div>
    </VisitorFrame>
  );
}

interface TokenFormProps extends WaysInProps {
  readonly onBack: () => void;
}

function TokenForm({ onToken, onBack }: TokenFormProps) {
  const { t } = useLingui();
  return (
    <VisitorFrame
      title={t`Use an API token`}
      hint={
        <Trans>
          It stays in this window: what asks to be let in never gets it. What you let in is revoked
          along with it.
        </Trans>
      }
      foot={
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <VisitorForm
        error={null}
        busy={false}
        action={t`Continue`}
        onEdit={() => undefined}
        onSubmit={(typed) => {
          const token = typed('token').trim();
          if (token !== '') onToken({ ask: clientOf(token) });
        }}
      >
        <PasswordInput
          name="token"
          label={t`API token`}
          description={t`It needs the scope “Track”.`}
          autoComplete="off"
          data-autofocus
        />
      </VisitorForm>
    </VisitorFrame>
  );
}

function clientOf(token: string): Client {
  return makeClient({
    server: '',
    fetch: (input, init) => fetch(input, { ...init, credentials: 'omit' }),
    headers: { authorization: `Bearer ${token}` },
  });
}
