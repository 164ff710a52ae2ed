import { Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAppKey } from '../../shell/keys/use-app-key.ts';
import { useMe } from '../session/queries.ts';
import { RunningTimer } from './running-timer.tsx';
import { useTimerNotification } from './notification/use-timer-notification.ts';
import { useClockCheck } from './use-clock-check.ts';
import { usePickerKey } from './use-picker-key.ts';
import { useTabSigns } from './use-tab-signs.ts';
import { useTimer } from './use-timer.ts';
import { WaitingTimer } from './waiting-timer.tsx';
import { FloatButton } from '../widget/float-button.tsx';
import { TimerQuestions } from './questions/timer-questions.tsx';
import './timer-bar.css';

/** What am I on, since when, stop: always in reach. */
export function TimerBar() {
  const { t } = useLingui();
  const running = useTimer();
  const { account } = useMe();
  const [picking, setPicking] = useState(false);
  usePickerKey(() => setPicking(true));
  useTabSigns(running ?? null);
  useTimerNotification(running);
  useClockCheck();
  const picker = { opened: picking, onOpenedChange: setPicking };
  if (running === undefined) return <Skeleton height={36} className="timer-bar-skeleton" />;
  return (
    <>
      <section
        className="timer-bar"
        data-focus="timer"
        data-running={running === null ? undefined : true}
        aria-label={t`Timer`}
      >
        {running === null ? (
          <WaitingTimer picker={picker} />
        ) : (
          <RunningTimer key={running.id} running={running} picker={picker} />
        )}
        <FloatButton />
        {account.entriesByHand && <AddButton />}
      </section>
      {running !== null && <TimerQuestions key={running.id} running={running} />}
    </>
  );
}

/** On a phone, time by hand is as near to the thumb as the timer. */
function AddButton() {
  const navigate = useNavigate();
  const { day, view } = useSearch({ strict: false });
  const add = (): void => {
    const shown = { ...(day !== undefined && { day }), ...(view !== undefined && { view }) };
    void navigate({ to: '/', search: { ...shown, add: true } });
  };
  useAppKey('add-time', add);
  return (
    <Button
      className="timer-add"
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={add}
    >
      <Trans>Add</Trans>
    </Button>
  );
}
