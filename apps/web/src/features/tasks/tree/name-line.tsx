import { useLingui } from '@lingui/react/macro';
import { TaskMark } from '../task-mark.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';
import type { TaskRow } from './flatten.ts';
import { lineId } from './line-id.ts';
import { indent } from './indent.ts';
import { NameField } from './name-field.tsx';
import type { Tree } from './use-tree.ts';

/** A line whose name is being typed over. */
export function NameLine({ row, tree }: { readonly row: TaskRow; readonly tree: Tree }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const { task } = row;
  return (
    <div
      id={lineId(task.id)}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={false}
      aria-label={task.name}
      className="tree-line"
      style={indent(row.level)}
    >
      <span className="tree-chevron" />
      <TaskMark task={task} />
      <NameField
        label={t`New name`}
        initial={task.name}
        busy={change.isPending}
        onCancel={() => tree.deeds.rename(null)}
        onSave={(name) =>
          change.mutate(
            { taskId: task.id, changes: { name } },
            { onSuccess: () => tree.deeds.rename(null) },
          )
        }
      />
    </div>
  );
}
