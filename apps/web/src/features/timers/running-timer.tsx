import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconTrash } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { useAppKey } from '../../shell/keys/use-app-key.ts';
import { providerMark } from '../entries/provider-mark.tsx';
import { NoteField } from './note-field.tsx';
import { trackableTasks } from './trackable-tasks.ts';
import { useElapsed } from './use-elapsed.ts';
import { useChangeTimer, useDiscardTimer, useStartTimer, useStopTimer } from './use-timer-deeds.ts';

interface RunningTimerProps {
  readonly running: Entry;
  readonly picker: { opened: boolean; onOpenedChange: (opened: boolean) => void };
}

/** The timer bar while something runs. */
export function RunningTimer({ running, picker }: RunningTimerProps) {
  const { t } = useLingui();
  const stop = useStopTimer();
  const change = useChangeTimer();
  const discard = useDiscardTimer();
  const pick = usePick(running);
  useAppKey('start-or-stop', () => stop(running));
  const keepNote = (note: string): void => change(running, { note });
  return (
    <>
      <div className="timer-bar-task">
        <TaskPicker
          {...picker}
          value={running.task}
          onPick={pick}
          source={trackableTasks}
          label={t`Task of the timer`}
          mark={providerMark}
          hint="T"
        />
      </div>
      <NoteField value={running.note} onCommit={keepNote} onEnter={keepNote} />
      <Elapsed startedAt={running.startedAt} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Discard this timer`}
        title={t`Discard this timer`}
        onClick={() => discard(running)}
      >
        <IconTrash size={18} />
      </ActionIcon>
      <TimerButton running onStart={() => undefined} onStop={() => stop(running)} />
    </>
  );
}

/** Another task starts a new timer; a timer without a task is told its task and goes on. */
function usePick(running: Entry): (task: PickedTask | null) => void {
  const start = useStartTimer();
  const change = useChangeTimer();
  return (task) => {
    if (task?.id === running.task?.id) return;
    if (running.task === null && task !== null) change(running, { task });
    else start(task, '');
  };
}

function Elapsed({ startedAt }: { startedAt: string }) {
  const { t } = useLingui();
  const elapsed = useElapsed(startedAt);
  return (
    <time className="timer-bar-elapsed numbers" aria-label={t`Running for ${elapsed}`}>
      {elapsed}
    </time>
  );
}
