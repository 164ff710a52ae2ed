import { Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { notificationPermission, useNotificationSwitch } from './use-notification-switch.ts';

/** Asks whether this device is to show the running timer; nothing where it cannot. */
export function NotificationSetting() {
  const { t } = useLingui();
  const { on, turn } = useNotificationSwitch();
  const permission = notificationPermission();
  if (permission === 'unsupported') return null;
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>This device</Trans>
      </legend>
      <Switch
        label={t`Show the running timer as a notification`}
        description={
          permission === 'denied'
            ? t`The browser does not allow it: allow notifications for this address in its settings.`
            : t`It makes no sound, stays while the timer runs, and has a button to stop it.`
        }
        disabled={permission === 'denied'}
        checked={on}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </fieldset>
  );
}
