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
import { showDone } from '../../shell/refusal.ts';
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
  const moveBack = useDeed(move, ['tasks']);
  const moveOrUndo = useDeed(
    async ({ task, parentId }: Move) => {
      const moved = await move({ task, parentId });
      const [name, place] = [shortened(task.name), shortened(moved.path.at(-1)?.name ?? '')];
      showUndo(
        place === '' ? t`“${name}” is a project now.` : t`“${name}” is below “${place}” now.`,
        () => moveBack.mutate({ task, parentId: task.parentId }),
      );
    },
    ['tasks'],
  );
  return {
    add: useDeed(add, ['tasks']),
    change: useDeed(change, ['tasks']),
    move: moveOrUndo,
    restore,
    archive,
  };
}

/** Brings an own task back from the archive. */
export function useRestore() {
  const { t } = useLingui();
  return useDeed(
    async (task: Pick<Task, 'id'>) => {
      const { name } = await api(restoreTask, { params: { taskId: task.id } });
      showDone(t`“${shortened(name)}” is active again.`);
    },
    ['tasks'],
  );
}

function add(given: { readonly parentId: TaskId | null; readonly name: string }) {
  return api(addTask, { body: { id: newId<'task'>(), ...given } });
}

function change(given: { readonly taskId: TaskId; readonly changes: Changes }) {
  return api(changeTask, { params: { taskId: given.taskId }, body: given.changes });
}

interface Move {
  readonly task: Pick<Task, 'id' | 'name' | 'parentId'>;
  readonly parentId: TaskId | null;
}

function move({ task, parentId }: Move) {
  return api(moveTask, { params: { taskId: task.id }, body: { parentId } });
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
