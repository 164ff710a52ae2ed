import { UnstyledButton } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useConnection } from '../../shell/news.ts';
import { useContents } from './use-outbox.ts';
import './waiting-hint.css';

const WaitingDrawer = lazy(async () => {
  const module = await import('./waiting-drawer.tsx');
  return { default: module.WaitingDrawer };
});

const patience = 2000;

/** Says that the server is away, what waits for it, and what it did not accept; opens the list of that. */
export function WaitingHint() {
  const { listed, lastTry } = useContents();
  const lost = useConnection() === 'away';
  const away = useLasting(lost || lastTry === 'unreachable');
  const refused = listed.filter(({ standing }) => standing === 'set-aside').length;
  const waiting = listed.length - refused;
  const slow = useLasting(waiting > 0);
  const [opened, setOpened] = useState<boolean>();
  const open = (): void => setOpened(true);
  return (
    <>
      <output className="waiting-place">
        {refused > 0 && <Line kind="refused" count={refused} open={open} />}
        {away && <Line kind="away" count={waiting} open={open} />}
        {!away && slow && waiting > 0 && <Line kind="slow" count={waiting} open={open} />}
      </output>
      {opened !== undefined && (
        <Suspense>
          <WaitingDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

const icons = { away: IconCloudOff, refused: IconAlertTriangle, slow: IconCloudUp } as const;

interface LineProps {
  readonly kind: keyof typeof icons;
  readonly count: number;
}

function Line({ kind, count, open }: LineProps & { open: () => void }) {
  const Icon = icons[kind];
  const words = (
    <>
      <Icon size={16} aria-hidden />
      <span>
        <Words kind={kind} count={count} />
      </span>
    </>
  );
  if (count === 0) {
    return (
      <span className="waiting-line" data-kind={kind}>
        {words}
      </span>
    );
  }
  return (
    <UnstyledButton className="waiting-line" data-kind={kind} onClick={open}>
      {words}
      <span className="waiting-show">
        <Trans>Show</Trans>
      </span>
    </UnstyledButton>
  );
}

function Words({ kind, count }: LineProps) {
  switch (kind) {
    case 'refused':
      return (
        <Plural value={count} one="# change was not accepted" other="# changes were not accepted" />
      );
    case 'slow':
      return (
        <Plural value={count} one="# change waits to be sent" other="# changes wait to be sent" />
      );
    case 'away':
      if (count === 0)
        return <Trans>Offline. What you see may be old; what you track is kept.</Trans>;
      return (
        <Plural value={count} one="Offline – # change waits" other="Offline – # changes wait" />
      );
  }
}

/** Whether something has been so for two seconds. */
function useLasting(holds: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return undefined;
    const timer = window.setTimeout(() => setLasts(true), patience);
    return () => {
      window.clearTimeout(timer);
      setLasts(false);
    };
  }, [holds]);
  return holds && lasts;
}
