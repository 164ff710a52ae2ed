import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../session/queries.ts';
import { VisitorFrame } from '../session/visitor-frame.tsx';
import { forgetTasks } from '../timers/device-tasks.ts';
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
  const nobody = settings?.connected === false;
  useEffect(() => {
    if (nobody) forget(client);
  }, [client, nobody]);
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

/** Who comes next must not begin with what the last one saw; what waits in the outbox stays. */
function forget(client: QueryClient): void {
  void forgetTasks();
  client.setQueryData(meQuery.queryKey, null);
}
