import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trans } from '@lingui/react/macro';
import { newId } from '@timegrove/contract/new-id.ts';
import {
  addTask,
  archiveTask,
  changeTask,
  moveTask,
  restoreTask,
  type Task,
  type TaskWithPath,
} from '@timegrove/contract/tasks.ts';
import type { Input } from '@timegrove/contract/endpoint.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import type { ReactNode } from 'react';
import { api } from '../../shell/api.ts';
import { useDeed } from '../../shell/use-deed.ts';

type Changes = Input<typeof changeTask>['body'];

/** What can be done to the structure of the tree; each deed shows its refusal by itself. */
export function useTaskDeeds() {
  const restore = useRestore();
  // The menu that asked may be gone when the answer comes, so the deed itself offers the undo.
  const archive = useDeed(
    async (task: Task) => {
      const archived = await api(archiveTask, { params: { taskId: task.id } });
      showArchived(archived, () => restore.mutate(archived));
    },
    ['tasks', 'timer'],
  );
  return {
    add: useDeed(add, ['tasks']),
    change: useDeed(change, ['tasks']),
    move: useDeed(move, ['tasks']),
    restore,
    archive,
  };
}

/** Brings an own task back from the archive. */
export function useRestore() {
  return useDeed(
    (task: Pick<Task, 'id'>) => api(restoreTask, { params: { taskId: task.id } }),
    ['tasks'],
  );
}

function add(given: { readonly parentId: TaskId | null; readonly name: string }) {
  return api(addTask, { body: { id: newId<'task'>(), ...given } });
}

function change(given: { readonly taskId: TaskId; readonly changes: Changes }) {
  return api(changeTask, { params: { taskId: given.taskId }, body: given.changes });
}

function move(given: { readonly taskId: TaskId; readonly parentId: TaskId | null }) {
  return api(moveTask, {
    params: { taskId: given.taskId },
    body: { parentId: given.parentId },
  });
}

function showArchived(task: TaskWithPath, undo: () => void): void {
  const name = task.name.length > 60 ? `${task.name.slice(0, 59)}…` : task.name;
  showUndo(<Trans>“{name}” was archived with everything below it.</Trans>, undo);
}

/** Says what was done and offers to take it back. */
export function showUndo(message: ReactNode, undo: () => void): void {
  const id = notifications.show({
    autoClose: 10_000,
    message: (
      <div className="undo-line">
        <span dir="auto">{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </div>
    ),
  });
}
