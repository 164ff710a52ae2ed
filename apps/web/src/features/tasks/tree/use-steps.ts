import type { Task } from '@timegrove/contract/tasks.ts';
import { useMe } from '../../session/queries.ts';
import { rightsOn } from '../rights.ts';
import { useTimerToggle } from '../start-button.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';
import type { TreeStep } from './keys.ts';
import type { TreeDeeds } from './use-tree.ts';

type Steps = Readonly<Record<Exclude<TreeStep['do'], 'focus'>, (task: Task) => void>>;

/** What each key does to the task it is pressed on, as far as the member may. */
export function useSteps(tree: TreeDeeds, onOpen: (task: Task) => void): Steps {
  const { role } = useMe();
  const { archive } = useTaskDeeds();
  const { toggle } = useTimerToggle();
  const own = (deed: (task: Task) => void) => (task: Task) => {
    if (rightsOn(task, role).structure === 'open') deed(task);
  };
  return {
    open: onOpen,
    expand: (task) => tree.setOpen(task.id, true),
    collapse: (task) => tree.setOpen(task.id, false),
    rename: own((task) => tree.rename(task.id)),
    archive: own((task) => archive.mutate(task)),
    add: (task) => {
      if (rightsOn(task, role).addBelow === 'open') tree.startDraft(task.id);
    },
    track: (task) => {
      if (task.trackable) toggle(task);
    },
  };
}
