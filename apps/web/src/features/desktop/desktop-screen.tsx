import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { VisitorFrame } from '../session/visitor-frame.tsx';
import { AwayList } from './away-list.tsx';
import { ConnectForm } from './connect-form.tsx';
import { Connected } from './connected.tsx';
import { DesktopForm } from './desktop-form.tsx';
import { desktopQuery } from './queries.ts';
import { hearDesktop } from './told.ts';
import './desktop-screen.css';

/** The window of the desktop app in which one signs in and sets what belongs to this computer. */
export function DesktopScreen() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: settings, isError } = useQuery(desktopQuery);
  useEffect(
    () => hearDesktop(() => void client.invalidateQueries({ queryKey: desktopQuery.queryKey })),
    [client],
  );
  if (isError) {
    return (
      <VisitorFrame title={t`Desktop app`}>
        <Trans>This screen belongs to the desktop app.</Trans>
      </VisitorFrame>
    );
  }
  if (settings === undefined) return null;
  return (
    <VisitorFrame title={settings.connected ? t`Settings` : t`Connect to Timegrove`}>
      {settings.connected ? (
        <Connected server={settings.server} />
      ) : (
        <ConnectForm server={settings.server} />
      )}
      <DesktopForm settings={settings} />
      <AwayList away={settings.away} />
    </VisitorFrame>
  );
}
