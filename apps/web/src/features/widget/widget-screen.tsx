import { lazy, Suspense } from 'react';
import { MemberGate } from '../../shell/session-gate.tsx';
import { WaitingHint } from '../outbox/waiting-hint.tsx';
import { useSending } from '../outbox/use-outbox.ts';
import { useClockCheck } from '../timers/use-clock-check.ts';
import { useTabSigns } from '../timers/use-tab-signs.ts';
import { useTasksAtHand } from '../timers/use-tasks-at-hand.ts';
import { useTimer } from '../timers/use-timer.ts';
import { Widget } from './widget.tsx';

const DesktopHint = lazy(async () => {
  const module = await import('../desktop/desktop-hint.tsx');
  return { default: module.DesktopHint };
});

/** The timer alone in a window; other programs can show this address as theirs. */
export function WidgetScreen() {
  return (
    <MemberGate>
      <WidgetWindow />
    </MemberGate>
  );
}

function WidgetWindow() {
  useSending();
  useTasksAtHand();
  useClockCheck();
  const running = useTimer() ?? null;
  useTabSigns(running);
  const hint = (
    <>
      <WaitingHint />
      {window.timegroveDesktop !== undefined && (
        <Suspense>
          <DesktopHint running={running} />
        </Suspense>
      )}
    </>
  );
  return <Widget hint={hint} />;
}
