import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TaskId } from '@timegrove/domain/id.ts';

/** The task that is opened beside the tree. It stands in the address, so that Back shuts it. */
export function useOpenedTask() {
  const { task } = useSearch({ from: '/signed-in/projects' });
  const navigate = useNavigate({ from: '/projects' });
  const open = (taskId: TaskId | null) =>
    void navigate({
      search: taskId === null ? {} : { task: taskId },
      replace: taskId === null || task !== undefined,
      resetScroll: false,
    });
  return [task ?? null, open] as const;
}
