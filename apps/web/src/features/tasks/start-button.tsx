import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Task } from '@timegrove/contract/tasks.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { useDeed } from '../../shell/use-deed.ts';

interface StartButtonProps {
  readonly task: Pick<Task, 'id' | 'name' | 'trackable'>;
  readonly tabbable?: boolean;
}

/** Starts a timer on a task; shown only where the member may track. */
export function StartButton({ task, tabbable = true }: StartButtonProps) {
  const { t } = useLingui();
  const start = useStart();
  if (!task.trackable) return <span className="start-place" />;
  return (
    <ActionIcon
      className="start-place"
      variant="subtle"
      tabIndex={tabbable ? 0 : -1}
      aria-label={t`Start a timer on ${task.name}`}
      title={t`Start a timer`}
      loading={start.isPending}
      onClick={(event) => {
        event.stopPropagation();
        start.mutate(task.id);
      }}
    >
      <IconPlayerPlayFilled size={16} />
    </ActionIcon>
  );
}

/** Starts a timer now, in the zone in which this window is. */
export function useStart() {
  return useDeed(
    (taskId: TaskId) =>
      api(startTimer, {
        body: {
          id: newId<'entry'>(),
          taskId,
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      }),
    ['timer', 'entries'],
  );
}
