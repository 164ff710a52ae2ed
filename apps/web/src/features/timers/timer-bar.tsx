import { Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { useState } from 'react';
import { useAppKey } from '../../shell/keys/use-app-key.ts';
import { providerMark } from '../entries/provider-mark.tsx';
import { useMe } from '../session/queries.ts';
import { NoteField } from './note-field.tsx';
import { trackableTasks } from './trackable-tasks.ts';
import { RunningTimer } from './running-timer.tsx';
import { usePickerKey } from './use-picker-key.ts';
import { useStartTimer } from './use-timer-deeds.ts';
import { useTimer } from './use-timer.ts';
import './timer-bar.css';

/** What am I on, since when, stop: always in reach. */
export function TimerBar() {
  const { t } = useLingui();
  const running = useTimer();
  const { account } = useMe();
  const [picking, setPicking] = useState(false);
  usePickerKey(() => setPicking(true));
  const picker = { opened: picking, onOpenedChange: setPicking };
  if (running === undefined) return <Skeleton height={36} className="timer-bar-skeleton" />;
  return (
    <section className="timer-bar" aria-label={t`Timer`}>
      {running === null ? (
        <WaitingTimer picker={picker} />
      ) : (
        <RunningTimer key={running.id} running={running} picker={picker} />
      )}
      {account.entriesByHand && <AddButton />}
    </section>
  );
}

/** On a phone, time by hand is as near to the thumb as the timer. */
function AddButton() {
  const navigate = useNavigate();
  const { day } = useSearch({ strict: false });
  const add = (): void =>
    void navigate({ to: '/', search: { ...(day !== undefined && { day }), add: true } });
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

interface WaitingTimerProps {
  readonly picker: { opened: boolean; onOpenedChange: (opened: boolean) => void };
}

function WaitingTimer({ picker }: WaitingTimerProps) {
  const { t } = useLingui();
  const [task, setTask] = useState<PickedTask | null>(null);
  const [note, setNote] = useState('');
  const startTimer = useStartTimer();
  const start = (): void => startTimer(task, note.trim());
  useAppKey('start-or-stop', start);
  return (
    <>
      <div className="timer-bar-task">
        <TaskPicker
          {...picker}
          value={task}
          onPick={setTask}
          source={trackableTasks}
          label={t`Task of the timer`}
          mark={providerMark}
          hint="T"
        />
      </div>
      <NoteField
        value={note}
        onCommit={setNote}
        onEnter={(typed) => startTimer(task, typed.trim())}
      />
      <span className="timer-bar-elapsed numbers timer-bar-idle">0:00:00</span>
      <TimerButton running={false} onStart={start} onStop={start} />
    </>
  );
}
