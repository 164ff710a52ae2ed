import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconArchive,
  IconArrowMoveRight,
  IconDots,
  IconPencil,
  IconSubtask,
} from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskRights } from '../rights.ts';
import { ReadOnlyHint } from '../read-only-hint.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';
import type { Tree } from './use-tree.ts';

interface LineMenuProps {
  readonly task: Task;
  readonly rights: TaskRights;
  readonly tree: Tree;
  readonly onMove: (task: Task) => void;
  readonly tabbable: boolean;
}

/** What can be done to a task's place in the tree, or whose place it is to do so. */
export function LineMenu({ task, rights, tree, onMove, tabbable }: LineMenuProps) {
  const { t } = useLingui();
  if (rights.structure === 'no-right' && rights.addBelow === 'no-right') return null;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          tabIndex={tabbable ? 0 : -1}
          aria-label={t`Actions for ${task.name}`}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        {rights.structure === 'at-vendor' && task.source ? (
          <div className="tree-menu-hint">
            <ReadOnlyHint source={task.source} />
          </div>
        ) : (
          <MenuItems task={task} rights={rights} tree={tree} onMove={onMove} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuItems({ task, rights, tree, onMove }: Omit<LineMenuProps, 'tabbable'>) {
  const { archive } = useTaskDeeds();
  return (
    <>
      {rights.addBelow === 'open' && (
        <Menu.Item leftSection={<IconSubtask size={16} />} onClick={() => tree.startDraft(task.id)}>
          <Trans>Add a task below</Trans>
        </Menu.Item>
      )}
      {rights.structure === 'open' && (
        <>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => tree.rename(task.id)}>
            <Trans>Rename</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMoveRight size={16} />} onClick={() => onMove(task)}>
            <Trans>Move…</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => archive.mutate(task)}>
            <Trans>Archive</Trans>
          </Menu.Item>
        </>
      )}
    </>
  );
}
