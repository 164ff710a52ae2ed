import { Button, Code } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { Refused, Unreachable } from '@timegrove/contract/client.ts';
import { NothingYet } from './nothing-yet.tsx';
import { Page } from './page.tsx';
import { sentenceOf } from './refusal.ts';

interface UnexpectedProps {
  readonly error: unknown;
  readonly reset: () => void;
}

/** Shown when a screen cannot be shown: says what happened and by which request id to ask about it. */
export function UnexpectedScreen(props: UnexpectedProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Something went wrong`}>
      <Unexpected {...props} />
    </Page>
  );
}

/** Stands in the place of a part of a screen that cannot be shown. */
export function Unexpected({ error, reset }: UnexpectedProps) {
  const away = error instanceof Unreachable;
  return (
    <NothingYet
      icon={<IconMoodConfuzed size={22} />}
      title={away ? <Trans>The server does not answer</Trans> : <Trans>This did not work</Trans>}
      action={
        <Button variant="default" onClick={reset}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {away ? (
        <Trans>
          It may be starting, or this device is offline. A running timer goes on meanwhile.
        </Trans>
      ) : (
        sentenceOf(error)
      )}
      {error instanceof Refused && <RequestNumber id={error.refusal.requestId} />}
    </NothingYet>
  );
}

function RequestNumber({ id }: { id: string }) {
  return (
    <>
      <br />
      <Trans>If it happens again, tell your administrator this number:</Trans> <Code>{id}</Code>
    </>
  );
}
