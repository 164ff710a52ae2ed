import { Button, Skeleton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { browser } from '../browser.ts';
import { Strip } from '../window/strip.tsx';
import { useBackground } from '../window/use-background.ts';
import { Head } from './head.tsx';
import { Hints } from './hints.tsx';
import { Synchronize } from './synchronize.tsx';
import { TimeAway } from './time-away.tsx';
import { Timer } from './timer.tsx';
import './popup.css';

/** What the button in the toolbar opens. */
export function Popup() {
  const { state } = useBackground();
  return (
    <main className="popup" aria-busy={state === null}>
      <Head />
      <Content />
    </main>
  );
}

function Content() {
  const { state } = useBackground();
  switch (state?.connection.state) {
    case undefined:
      return <Skeleton height={120} />;
    case 'none':
    case 'asking':
      return <NotConnected />;
    case 'refused':
      return <Refused />;
    case 'ready':
    case 'away':
      return (
        <>
          <TimeAway />
          <Timer />
          <Synchronize />
        </>
      );
  }
}

function NotConnected() {
  return (
    <div className="popup-empty">
      <p>
        <Trans>Connect this browser to your Timegrove, and the timer is one click away.</Trans>
      </p>
      <Button onClick={openOptions}>
        <Trans>Connect…</Trans>
      </Button>
    </div>
  );
}

function Refused() {
  return (
    <>
      <Strip
        kind="trouble"
        deeds={
          <Button size="compact-sm" onClick={openOptions}>
            <Trans>Connect again</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            The server does not let this browser in any more. What you did here is kept and goes out
            once you have connected again.
          </Trans>
        </p>
      </Strip>
      <Hints />
    </>
  );
}

function openOptions(): void {
  void browser.runtime.openOptionsPage();
  window.close();
}
