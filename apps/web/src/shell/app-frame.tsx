import { Outlet } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect } from 'react';
import { useDaysAtHand } from '../features/entries/use-days-at-hand.ts';
import { WaitingHint } from '../features/outbox/waiting-hint.tsx';
import { useSending } from '../features/outbox/use-outbox.ts';
import { TimerBar } from '../features/timers/timer-bar.tsx';
import { useTasksAtHand } from '../features/timers/use-tasks-at-hand.ts';
import { ArrivalAnnouncer } from './arrival-announcer.tsx';
import { screenId } from './arrival.ts';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { useGoKeys } from './keys/use-go-keys.ts';
import { BottomBar, Sidebar } from './navigation.tsx';
import { NewVersion } from './new-version.tsx';
import { handOnFocus } from './hand-on-focus.ts';
import { returnFocus } from './return-focus.ts';
import './app-frame.css';

/** What a member always sees: navigation, the timer bar, and the screen between them. */
export function AppFrame() {
  useEffect(returnFocus, []);
  useEffect(handOnFocus, []);
  useGoKeys();
  useSending();
  useTasksAtHand();
  useDaysAtHand();
  return (
    <div className="frame">
      <a className="frame-skip" href={`#${screenId}`}>
        <Trans>Skip to the content</Trans>
      </a>
      <Sidebar />
      <div className="frame-timer">
        <TimerBar />
      </div>
      <main className="frame-main" id={screenId} tabIndex={-1}>
        <NewVersion />
        <WaitingHint />
        <Suspense fallback={<FrameSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
      <KeysDialog />
      <ArrivalAnnouncer />
    </div>
  );
}
