import type { Entry } from '@timegrove/contract/entries.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { useChangeTimer, useStartTimer } from './use-timer-deeds.ts';

/** Another task starts a new timer; a timer without a task is told its task and goes on. */
export function usePick(running: Entry | null): (task: PickedTask | null) => void {
  const start = useStartTimer();
  const change = useChangeTimer();
  return (task) => {
    if (running === null) return start(task, '');
    if (task?.id === running.task?.id) return;
    if (running.task === null && task !== null) change(running, { task });
    else start(task, '');
  };
}
