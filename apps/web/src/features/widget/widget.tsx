import { VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { TimerWidget } from '@timegrove/ui/timer-widget/timer-widget.tsx';
import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import { useContext, useEffect, useState, type ReactNode } from 'react';
import { providerMark } from '../entries/provider-mark.tsx';
import { useDesktop } from '../desktop/use-desktop.ts';
import { trackableTasks } from '../timers/trackable-tasks.ts';
import { useNow, ViewContext } from '../timers/use-elapsed.ts';
import { usePick } from '../timers/use-pick.ts';
import { useChangeTimer, useStartTimer, useStopTimer } from '../timers/use-timer-deeds.ts';
import { useTimer } from '../timers/use-timer.ts';
import { fitWindow } from './fit-window.ts';
import { useWidgetKeys } from './use-widget-keys.ts';
import './widget.css';

/** The timer of the member, made for a small window of its own. */
export function Widget({ hint }: { hint?: ReactNode }) {
  const view = useContext(ViewContext);
  const timer = useTimer();
  const running = timer ?? null;
  const now = useNow(running !== null);
  const [searching, setSearching] = useState(false);
  const start = useStartTimer();
  const stop = useStopTimer();
  const change = useChangeTimer();
  const pick = usePick(running);
  useEffect(() => fitWindow(view, searching), [view, searching]);
  const begin = (): void => start(null, '');
  const end = (): void => void (running && stop(running));
  const search = (): void => setSearching(true);
  useWidgetKeys(view, { pick: search, startOrStop: running ? end : begin });
  useDesktop(running, { pick, stop: end, search });
  return (
    <main className="widget" aria-busy={timer === undefined}>
      <VisuallyHidden component="h1">
        <Trans>Timer</Trans>
      </VisuallyHidden>
      <TimerWidget
        running={running}
        elapsed={running ? formatElapsed(Date.parse(running.startedAt), now) : '0:00:00'}
        source={trackableTasks}
        mark={providerMark}
        searching={searching}
        onSearching={setSearching}
        onPick={pick}
        onStart={begin}
        onStop={end}
        onNote={(note) => running && change(running, { note })}
      />
      <div className="widget-hint">{hint}</div>
    </main>
  );
}
