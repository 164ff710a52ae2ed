import { Anchor, PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { VisitorForm } from '../session/visitor-form.tsx';
import { connect, connectWithToken } from './queries.ts';
import { hearDesktop } from './told.ts';

/** The way in: the system's browser lets the app in, or a token for the API does. */
export function ConnectForm({ server: last }: { server: string }) {
  const { t } = useLingui();
  const [byToken, setByToken] = useState(false);
  const connecting = useMutation({ mutationFn: connect });
  const entering = useMutation({
    mutationFn: ({ server, token }: { server: string; token: string }) =>
      connectWithToken(server, token),
  });
  const way = byToken ? entering : connecting;
  return (
    <>
      <VisitorForm
        error={null}
        busy={way.isPending}
        action={byToken ? t`Connect` : t`Connect with the browser`}
        onEdit={way.reset}
        onSubmit={(typed) => {
          const server = typed('server');
          if (byToken) entering.mutate({ server, token: typed('token') });
          else connecting.mutate(server);
        }}
      >
        <TextInput
          name="server"
          label={t`Address of the server`}
          placeholder="https://time.example.org"
          defaultValue={last}
          error={way.error?.message}
        />
        {byToken && <PasswordInput name="token" label={t`API token`} autoComplete="off" />}
      </VisitorForm>
      {!byToken && connecting.data && <Waiting {...connecting.data} />}
      <Anchor component="button" size="sm" onClick={() => setByToken(!byToken)}>
        {byToken ? (
          <Trans>Connect with the browser instead</Trans>
        ) : (
          <Trans>Use an API token</Trans>
        )}
      </Anchor>
    </>
  );
}

/** What to do in the browser, until somebody has done it. */
function Waiting({ code, window: address }: { code: string; window: string }) {
  const [reason, setReason] = useState<string>();
  useEffect(
    () =>
      hearDesktop((told) => {
        if (told.kind === 'not-connected') setReason(told.reason);
      }),
    [],
  );
  return (
    <output className="desktop-waiting">
      {reason === undefined && (
        <Trans>
          Allow the code <b className="numbers">{code}</b> in your browser, at {address}
        </Trans>
      )}
      {reason === 'refused' && <Trans>It was refused in the browser.</Trans>}
      {reason === 'expired' && <Trans>The code has expired. Connect once more.</Trans>}
      {reason !== undefined && reason !== 'refused' && reason !== 'expired' && reason}
    </output>
  );
}
