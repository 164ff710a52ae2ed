import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Strip } from '../window/strip.tsx';
import { useBackground } from '../window/use-background.ts';

interface AskingProps {
  readonly server: string;
  readonly code: string;
}

/** Waits until somebody allows the connection in a window of the server. */
export function Asking({ server, code }: AskingProps) {
  const { say } = useBackground();
  const address = `${server}/connect?code=${encodeURIComponent(code)}`;
  return (
    <Strip
      kind="hint"
      deeds={
        <>
          <Button size="compact-sm" component="a" href={address} target="_blank" rel="noreferrer">
            <Trans>Open Timegrove again</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => say({ say: 'cancel-sign-in' })}
          >
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          Timegrove has opened in a tab. Sign in there and allow this browser; it shows the code{' '}
          <b className="options-code">{code}</b>.
        </Trans>
      </p>
    </Strip>
  );
}
