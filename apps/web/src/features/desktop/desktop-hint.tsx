import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useEffect, useRef } from 'react';
import { sentenceOf } from '../../shell/refusal.ts';
import { SummaryText } from '../runs/summary-text.tsx';
import { useForceSynchronization } from '../runs/use-force-synchronization.ts';
import { useMe } from '../session/queries.ts';
import { TimerQuestions } from '../timers/questions/timer-questions.tsx';
import { hearDesktop } from './told.ts';
import { TroubleHint } from './trouble-hint.tsx';
import { useHintWindow } from './use-hint-window.ts';
import './desktop-hint.css';

/** What the widget of the desktop app says below the timer: questions, synchronizations, trouble. */
export function DesktopHint({ running }: { running: Entry | null }) {
  const place = useRef<HTMLDivElement>(null);
  useHintWindow(place);
  const administrator = useMe().role === 'administrator';
  return (
    <div ref={place} className="desktop-hint">
      {running !== null && <TimerQuestions running={running} />}
      <Synchronizing />
      {administrator && <TroubleHint />}
    </div>
  );
}

/** How the synchronization stands that was asked for in the menu. */
function Synchronizing() {
  const { t } = useLingui();
  const { start, error, summary } = useForceSynchronization();
  const begin = useRef(start);
  useEffect(() => {
    begin.current = start;
  });
  useEffect(
    () =>
      hearDesktop((told) => {
        if (told.kind === 'command' && told.do === 'synchronize') begin.current();
      }),
    [],
  );
  if (error === null && summary === null) return null;
  const ended = error !== null || summary?.state !== 'under-way';
  return (
    <section className="desktop-line" aria-label={t`Force synchronization`}>
      <span role={ended ? 'alert' : 'status'}>
        {error !== null ? sentenceOf(error) : summary && <SummaryText summary={summary} />}
      </span>
    </section>
  );
}
