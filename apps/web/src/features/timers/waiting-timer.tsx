import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { useState } from 'react';
import { useAppKey } from '../../shell/keys/use-app-key.ts';
import { providerMark } from '../entries/provider-mark.tsx';
import { NoteField } from '@timegrove/ui/note-field/note-field.tsx';
import { EarlierPopover } from './start/earlier-popover.tsx';
import { effectOfStart } from './start/effect-of-start.ts';
import { trackableTasks } from './trackable-tasks.ts';
import { useStartTimer } from './use-timer-deeds.ts';

interface WaitingTimerProps {
  readonly picker: { opened: boolean; onOpenedChange: (opened: boolean) => void };
}

/** The timer bar while nothing runs. */
export function WaitingTimer({ picker }: WaitingTimerProps) {
  const { t } = useLingui();
  const [task, setTask] = useState<PickedTask | null>(null);
  const [note, setNote] = useState('');
  const startTimer = useStartTimer();
  const start = (since?: number): void => startTimer(task, note.trim(), [], since);
  useAppKey('start-or-stop', () => start());
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
      <div className="timer-bar-start">
        <TimerButton running={false} onStart={() => start()} onStop={() => undefined} />
        <BeganEarlier onStart={start} />
      </div>
    </>
  );
}

/** The menu of the start button: it began before now. */
function BeganEarlier({ onStart }: { onStart: (since: number) => void }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <EarlierPopover
      opened={opened}
      onOpened={setOpened}
      typed=""
      action={t`Start`}
      effectOf={effectOfStart}
      onTake={(startedAt) => onStart(startedAt)}
    >
      <ActionIcon
        color="grove.7"
        variant="filled"
        size={36}
        aria-label={t`It began earlier`}
        title={t`It began earlier`}
        onClick={() => setOpened(!opened)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </EarlierPopover>
  );
}
