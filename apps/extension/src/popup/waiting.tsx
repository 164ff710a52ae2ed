import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useBackground } from '../window/use-background.ts';
import { Strip } from '../window/strip.tsx';
import type { WindowState } from '../window-messages.ts';

type Waits = WindowState['waiting'][number];

/** What is not with the server yet, and what it did not accept. */
export function Waiting({ waiting }: { readonly waiting: readonly Waits[] }) {
  return waiting.map((one) => (
    <Strip
      key={one.seq}
      kind={one.refusal === null ? 'waits' : 'trouble'}
      deeds={one.refusal !== null && <Deeds seq={one.seq} />}
    >
      <p>
        <What one={one} />
      </p>
      {one.refusal !== null && <p>{one.refusal}</p>}
    </Strip>
  ));
}

function What({ one: { what, taskName, at } }: { readonly one: Waits }) {
  const { t, i18n } = useLingui();
  const words = { start: t`Start`, stop: t`Stop`, change: t`Change` };
  const time = i18n.date(at, { timeStyle: 'short' });
  const name = taskName ?? t`No task`;
  return (
    <Trans>
      {words[what]} · <bdi>{name}</bdi>, {time}: waits for the server
    </Trans>
  );
}

function Deeds({ seq }: { readonly seq: number }) {
  const { say } = useBackground();
  return (
    <>
      <Button size="compact-sm" onClick={() => say({ say: 'try-again', seq })}>
        <Trans>Try again</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => say({ say: 'drop', seq })}>
        <Trans>Drop</Trans>
      </Button>
    </>
  );
}
