import { MantineThemeProvider, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import '@mantine/notifications/styles.layer.css';
import { usePhone } from './phone.ts';

/** The notifications of this window, four at once; on a phone at the top, away from timer and navigation. */
export function NoticeBoard() {
  const { t } = useLingui();
  const onPhone = usePhone();
  const named = Notification.extend({
    defaultProps: { closeButtonProps: { 'aria-label': t`Close` } },
  });
  return (
    <MantineThemeProvider inherit theme={{ components: { Notification: named } }}>
      <Notifications position={onPhone ? 'top-center' : 'bottom-right'} limit={4} />
    </MantineThemeProvider>
  );
}
