import { Button } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useBackground } from '../window/use-background.ts';
import type { WindowState } from '../window-messages.ts';

type Connection = Extract<WindowState['connection'], { readonly memberName: string }>;

/** Who is connected to which server, and the way to end it. */
export function Connected({ connection }: { readonly connection: Connection }) {
  const { state, say } = useBackground();
  const { server, memberName, email } = connection;
  const waiting = state?.waiting.length ?? 0;
  return (
    <>
      <dl className="options-facts">
        <Fact name={<Trans>Address</Trans>}>
          <a href={server} target="_blank" rel="noreferrer">
            {server}
          </a>
        </Fact>
        <Fact name={<Trans>Member</Trans>}>
          <bdi>{memberName}</bdi> {email !== '' && <span className="options-dim">{email}</span>}
        </Fact>
        <Fact name={<Trans>State</Trans>}>
          <Standing state={connection.state} />
        </Fact>
      </dl>
      {waiting > 0 && (
        <p>
          <Plural
            value={waiting}
            one="One thing waits here for the server. It stays if you disconnect, and goes out when you connect again."
            other="# things wait here for the server. They stay if you disconnect, and go out when you connect again."
          />
        </p>
      )}
      <Button variant="default" onClick={() => say({ say: 'disconnect' })}>
        <Trans>Disconnect</Trans>
      </Button>
    </>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Standing({ state }: Pick<Connection, 'state'>) {
  switch (state) {
    case 'ready':
      return <Trans>Connected</Trans>;
    case 'away':
      return (
        <Trans>The server cannot be reached at the moment. It is tried again and again.</Trans>
      );
    case 'refused':
      return <Trans>Not let in any more</Trans>;
  }
}
