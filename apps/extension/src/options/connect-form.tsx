import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type SubmitEvent } from 'react';
import { useBackground } from '../window/use-background.ts';
import { useServer, type Wrong } from './use-server.ts';

/** Connects with a server: by signing in there, or with a token for its API. */
export function ConnectForm({ server }: { readonly server: string }) {
  const { t } = useLingui();
  const { say } = useBackground();
  const [typed, setTyped] = useState(server);
  const [token, setToken] = useState<string | null>(null);
  const { wrong, busy, reach, forget } = useServer();
  const words = useWords();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A browser asks for a permission only in the very moment of a click.
    reach(typed, (found) => {
      if (token === null) say({ say: 'sign-in', server: found });
      else say({ say: 'use-token', server: found, token: token.trim() });
    });
  };
  return (
    <form className="options-connect" onSubmit={submit} noValidate>
      <TextInput
        label={t`Address of your Timegrove`}
        placeholder="https://time.example.org"
        description={t`The browser will ask whether the extension may speak with this server. It speaks with no other.`}
        value={typed}
        error={wrong && words(wrong)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          forget();
        }}
      />
      {token !== null && <TokenField token={token} onToken={setToken} />}
      <div className="options-deeds">
        <Button type="submit" loading={busy} disabled={token?.trim() === ''}>
          {token === null ? <Trans>Sign in there</Trans> : <Trans>Connect</Trans>}
        </Button>
        <Button variant="subtle" onClick={() => setToken(token === null ? '' : null)}>
          {token === null ? (
            <Trans>Use an API token instead</Trans>
          ) : (
            <Trans>Sign in there instead</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}

interface TokenFieldProps {
  readonly token: string;
  readonly onToken: (token: string) => void;
}

function TokenField({ token, onToken }: TokenFieldProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={t`API token`}
      description={t`Made in your profile in Timegrove, under tokens; it needs the right to track.`}
      value={token}
      autoComplete="off"
      onChange={(event) => onToken(event.currentTarget.value)}
    />
  );
}

function useWords(): (wrong: Wrong) => string {
  const { t } = useLingui();
  return (wrong) =>
    ({
      'no-address': t`This is no address. It looks like https://time.example.org.`,
      'not-permitted': t`Without the browser’s permission the extension cannot speak with this server.`,
      unreachable: t`Nothing answers at this address. Is it spelled right, and is the server running?`,
      'not-timegrove': t`Something answers there, but it is not Timegrove.`,
      'too-old': t`This Timegrove is too old for the extension. Ask its administrator to update it.`,
    })[wrong];
}
