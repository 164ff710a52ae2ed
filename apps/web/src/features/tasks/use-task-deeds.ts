import { useLingui } from '@lingui/react/macro';
import { newId } from '@timegrove/contract/new-id.ts';
import {
  addTask,
  archiveTask,
  changeTask,
  moveTask,
  restoreTask,
  type Task,
} from '@timegrove/contract/tasks.ts';
import type { Input } from '@timegrove/contract/endpoint.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { showUndo } from '../../shell/undo.tsx';
import { useDeed } from '../../shell/use-deed.ts';

type Changes = Input<typeof changeTask>['body'];

/** What can be done to the structure of the tree; each deed shows its refusal by itself. */
export function useTaskDeeds() {
  const { t } = useLingui();
  const restore = useRestore();
  // The menu that asked may be gone when the answer comes, so the deed itself offers the undo.
  const archive = useDeed(
    async (task: Task) => {
      const archived = await api(archiveTask, { params: { taskId: task.id } });
      const name = shortened(task.name);
      showUndo(t`“${name}” was archived with everything below it.`, () => restore.mutate(archived));
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

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
