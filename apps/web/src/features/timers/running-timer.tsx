import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { useAppKey } from '../../shell/keys/use-app-key.ts';
import { useState } from 'react';
import { providerMark } from '../entries/provider-mark.tsx';
import { NoteField } from '@timegrove/ui/note-field/note-field.tsx';
import { EarlierPopover } from './start/earlier-popover.tsx';
import { effectOfMove } from './start/effect-of-start.ts';
import { TimerMenu } from './timer-menu.tsx';
import { trackableTasks } from './trackable-tasks.ts';
import { useElapsed } from './use-elapsed.ts';
import { usePick } from './use-pick.ts';
import { useChangeTimer, useMoveStart, useStopTimer } from './use-timer-deeds.ts';

interface RunningTimerProps {
  readonly running: Entry;
  readonly picker: { opened: boolean; onOpenedChange: (opened: boolean) => void };
}

/** The timer bar while something runs. */
export function RunningTimer({ running, picker }: RunningTimerProps) {
  const { t } = useLingui();
  const stop = useStopTimer();
  const change = useChangeTimer();
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
      <RunningSince running={running} />
      <TimerMenu running={running} />
      <TimerButton running onStart={() => undefined} onStop={() => stop(running)} />
    </>
  );
}

/** The running time; a click changes since when. */
function RunningSince({ running }: Pick<RunningTimerProps, 'running'>) {
  const { t } = useLingui();
  const move = useMoveStart();
  const elapsed = useElapsed(running.startedAt);
  const start = Date.parse(running.startedAt);
  const since = wallTimeOf(start, running.zone);
  const [opened, setOpened] = useState(false);
  return (
    <EarlierPopover
      opened={opened}
      onOpened={setOpened}
      typed={since}
      action={t`Change`}
      effectOf={(startedAt, entries) => effectOfMove(running, startedAt, entries)}
      onTake={(startedAt, { ends }) => {
        if (startedAt !== start) move(running, startedAt, ends);
      }}
    >
      <UnstyledButton
        className="timer-bar-elapsed"
        title={t`Change when it began`}
        onClick={() => setOpened(!opened)}
      >
        <time className="numbers">{elapsed}</time>
        <VisuallyHidden>
          <Trans>since {since}: change when it began</Trans>
        </VisuallyHidden>
      </UnstyledButton>
    </EarlierPopover>
  );
}
