import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
import { pickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { useStartTimer, useStopTimer } from '../timers/use-timer-deeds.ts';
import { useTimer } from '../timers/use-timer.ts';

interface StartButtonProps {
  readonly task: Task & Partial<Pick<TaskWithPath, 'path'>>;
  readonly tabbable?: boolean;
}

/** Starts a timer on a task, or stops the one that runs on it; only where the member may track. */
export function StartButton({ task, tabbable = true }: StartButtonProps) {
  const { t } = useLingui();
  const { running, toggle } = useTaskTimer(task);
  if (!task.trackable) return <span className="start-place" />;
  const Icon = running ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <ActionIcon
      className="start-place"
      variant={running ? 'light' : 'subtle'}
      color={running ? 'red' : 'grove'}
      tabIndex={tabbable ? 0 : -1}
      aria-label={running ? t`Stop the timer on ${task.name}` : t`Start a timer on ${task.name}`}
      title={running ? t`Stop the timer` : t`Start a timer`}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}

/** Whether the member's timer runs on a task, and the way to start or stop it. */
export function useTaskTimer(task: StartButtonProps['task']) {
  const { runningOn, toggle } = useTimerToggle();
  return { running: runningOn === task.id, toggle: () => toggle(task) };
}

/** The task that the member's timer runs on, and the way to start or stop it on any. */
export function useTimerToggle() {
  const start = useStartTimer();
  const stop = useStopTimer();
  const timer = useTimer();
  const runningOn = timer?.task?.id;
  const toggle = (task: StartButtonProps['task']) => {
    if (timer && runningOn === task.id) stop(timer);
    else start(pickedTask({ path: [], ...task }), '');
  };
  return { runningOn, toggle };
}
