import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { ruleSentence } from '@timegrove/domain/rule.ts';
import { dayOf, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { hour } from '@timegrove/domain/time/span.ts';
import { TimeField } from '@timegrove/ui/time-field/time-field.tsx';
import { useState } from 'react';
import { regionalLocale } from '../../../shell/locale.ts';
import { refusalText } from '../../../shell/rule-words.ts';
import { serverNow } from '../../../shell/server-clock.ts';
import { dayText } from '../../entries/day-text.ts';
import { useMe } from '../../session/queries.ts';
import { useStopTimer } from '../use-timer-deeds.ts';
import { forgottenStop } from './long-timer.ts';
import { Question } from '@timegrove/ui/time-away/question.tsx';

interface LongQuestionProps {
  readonly running: Entry;
  readonly onKeep: () => void;
}

/** Asks whether a timer that runs for very long was forgotten. */
export function LongQuestion({ running, onKeep }: LongQuestionProps) {
  const { t } = useLingui();
  const stop = useStopTimer();
  const name = running.task?.name ?? t`No task`;
  return (
    <Question
      label={t`Long timer`}
      words={
        <Trans>
          Still on “<bdi>{name}</bdi>” since <Since running={running} />?
        </Trans>
      }
    >
      <Button size="compact-sm" onClick={onKeep}>
        <Trans>Yes, keep it running</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => stop(running)}>
        <Trans>Stop now</Trans>
      </Button>
      <StopAt running={running} />
    </Question>
  );
}

function Since({ running }: Pick<LongQuestionProps, 'running'>) {
  const start = Date.parse(running.startedAt);
  const other = running.day !== dayOf(serverNow(), running.zone);
  return (
    <span className="numbers">
      {other && `${dayText(running.day, regionalLocale(), 'short')} `}
      {wallTimeOf(start, running.zone)}
    </span>
  );
}

function StopAt({ running }: Pick<LongQuestionProps, 'running'>) {
  const { t } = useLingui();
  const stop = useStopTimer();
  const { longTimerHours } = useMe().account;
  const usual = Date.parse(running.startedAt) + longTimerHours * hour;
  const [time, setTime] = useState(wallTimeOf(usual, running.zone));
  const [error, setError] = useState<string>();
  const stopThen = (): void => {
    const at = forgottenStop(running, time, serverNow());
    if (at !== undefined) return stop(running, at);
    const code = 'entry-in-future';
    setError(refusalText({ code, message: ruleSentence(code), requestId: '' }));
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={stopThen}>
        <Trans>Stop at</Trans>
      </Button>
      <TimeField label={t`Time of the stop`} value={time} onChange={setTime} error={error} />
    </>
  );
}
