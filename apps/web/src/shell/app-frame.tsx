import { Outlet } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect } from 'react';
import { TimerBar } from '../features/timers/timer-bar.tsx';
import { ConnectionHint } from './connection-hint.tsx';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { BottomBar, Sidebar } from './navigation.tsx';
import { followNews } from './news.ts';
import './app-frame.css';

/** What a member always sees: navigation, the timer bar, and the screen between them. */
export function AppFrame() {
  useEffect(followNews, []);
  return (
    <div className="frame">
      <a className="frame-skip" href="#screen">
        <Trans>Skip to the content</Trans>
      </a>
      <Sidebar />
      <div className="frame-timer">
        <TimerBar />
      </div>
      <main className="frame-main" id="screen" tabIndex={-1}>
        <ConnectionHint />
        <Suspense fallback={<FrameSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
    </div>
  );
}
