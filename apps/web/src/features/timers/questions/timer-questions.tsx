import { useLocalStorage } from '@mantine/hooks';
import type { Entry } from '@timegrove/contract/entries.ts';
import { lazy, Suspense } from 'react';
import { useMe } from '../../session/queries.ts';
import { useNow } from '../use-elapsed.ts';
import { runsLong } from './long-timer.ts';
import { useAbsence } from './use-absence.ts';

const IdleQuestion = lazy(async () => {
  const module = await import('./idle-question.tsx');
  return { default: module.IdleQuestion };
});
const LongQuestion = lazy(async () => {
  const module = await import('./long-question.tsx');
  return { default: module.LongQuestion };
});

/** What has to be asked about the running timer; each question once for all windows. */
export function TimerQuestions({ running }: { running: Entry }) {
  const { away, settle } = useAbsence(running);
  const { long, keep } = useLongTimer(running);
  return (
    <Suspense>
      {away !== null && <IdleQuestion running={running} away={away} settle={settle} />}
      {away === null && long && <LongQuestion running={running} onKeep={keep} />}
    </Suspense>
  );
}

function useLongTimer(running: Entry) {
  const { longTimerHours } = useMe().account;
  const now = useNow(true);
  const [kept, setKept] = useLocalStorage({
    key: 'timegrove.long-timer-kept',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const long = kept !== running.id && runsLong(running, longTimerHours, now);
  return { long, keep: () => setKept(running.id) };
}
