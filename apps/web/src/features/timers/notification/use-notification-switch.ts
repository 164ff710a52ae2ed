import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';

interface NotificationSwitch {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Whether this device shows the running timer as a notification, and the way to change that. */
export function useNotificationSwitch(): NotificationSwitch {
  const [, setAnswer] = useState<NotificationPermission>();
  const [wanted, want] = useLocalStorage({
    key: 'timegrove.notification',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const turn = async (on: boolean): Promise<void> => {
    // A browser asks only right after a click.
    if (on) setAnswer(await Notification.requestPermission());
    want(on);
  };
  // Not from the state: another place may have asked.
  const on = wanted && notificationPermission() === 'granted';
  return { on, turn: (next) => void turn(next) };
}

/**
 * `unsupported`: this browser shows none; `denied`: the person has forbidden them to this page.
 * Browsers take long to say so, hence only where it is needed.
 */
export function notificationPermission(): NotificationPermission | 'unsupported' {
  const possible = 'Notification' in window && 'serviceWorker' in navigator;
  return possible ? Notification.permission : 'unsupported';
}
