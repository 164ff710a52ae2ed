import { Skeleton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Mark } from '@timegrove/ui/mark/mark.tsx';
import { useBackground } from '../window/use-background.ts';
import { Strip } from '../window/strip.tsx';
import { Asking } from './asking.tsx';
import { Behaviour } from './behaviour.tsx';
import { ConnectForm } from './connect-form.tsx';
import { Connected } from './connected.tsx';
import './options.css';

/** The server, who is connected, and how the extension behaves. */
export function Options() {
  const { state } = useBackground();
  return (
    <main className="options" aria-busy={state === null}>
      <h1>
        <Mark size={28} /> <Trans>Timegrove in this browser</Trans>
      </h1>
      <section aria-labelledby="server">
        <h2 id="server">
          <Trans>Server</Trans>
        </h2>
        {state?.notice?.kind === 'trouble' && (
          <Strip kind="trouble">
            <p>{state.notice.text}</p>
          </Strip>
        )}
        <Connection />
      </section>
      {state !== null && <Behaviour state={state} />}
    </main>
  );
}

function Connection() {
  const connection = useBackground().state?.connection;
  switch (connection?.state) {
    case undefined:
      return <Skeleton height={90} />;
    case 'none':
      return <ConnectForm server="" />;
    case 'asking':
      return <Asking server={connection.server} code={connection.code} />;
    case 'refused':
      return (
        <>
          <Strip kind="trouble">
            <p>
              <Trans>
                The server does not let this browser in any more. Connect again; what you did here
                is kept and goes out then.
              </Trans>
            </p>
          </Strip>
          <ConnectForm server={connection.server} />
          <Connected connection={connection} />
        </>
      );
    case 'ready':
    case 'away':
      return <Connected connection={connection} />;
  }
}
