import type { Entry } from '@timegrove/contract/entries.ts';
import { useEffect } from 'react';
import { serverNow } from '../../../shell/server-clock.ts';
import { useMe } from '../../session/queries.ts';
import type { Noticed } from './noticed.ts';
import { useNotificationSwitch } from './use-notification-switch.ts';

/** Keeps the notification of the running timer in step, on devices where somebody wants it. */
export function useTimerNotification(running: Entry | null | undefined): void {
  const { on } = useNotificationSwitch();
  const { memberId } = useMe();
  useEffect(() => {
    if (!on || running === undefined) return;
    const ahead = serverNow() - Date.now();
    void show(running && { memberId, entry: running, ahead });
  }, [on, running, memberId]);
  useEffect(() => {
    if (!on) return undefined;
    const end = new AbortController();
    void listen(end.signal);
    return () => {
      end.abort();
      void show(null);
    };
  }, [on]);
}

async function show(running: Noticed | null): Promise<void> {
  const { showTimer } = await import('./timer-notification.ts');
  await showTimer(running);
}

async function listen(signal: AbortSignal): Promise<void> {
  const { listenWhileHidden } = await import('./timer-notification.ts');
  await listenWhileHidden(signal);
}
