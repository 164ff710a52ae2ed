import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconArchive,
  IconArrowMoveRight,
  IconDots,
  IconPencil,
  IconSubtask,
} from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import type { TaskRights } from '../rights.ts';
import { ReadOnlyHint } from '../read-only-hint.tsx';
import { StartLinkItem } from '../start-link.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';
import type { TreeDeeds } from './use-tree.ts';

interface LineMenuProps {
  readonly task: Task;
  readonly rights: TaskRights;
  readonly deeds: TreeDeeds;
  readonly onMove: (task: Task) => void;
  readonly tabbable: boolean;
}

/** What can be done to a task's place in the tree, or whose place it is to do so; and its start link. */
export function LineMenu(props: LineMenuProps) {
  const { task, rights, tabbable } = props;
  const { t } = useLingui();
  // There is one on every line, so the costly part waits until it is wanted.
  const [wanted, setWanted] = useState(false);
  const startable = task.trackable && task.archived === null;
  if (rights.structure === 'no-right' && rights.addBelow === 'no-right' && !startable) return null;
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      tabIndex={tabbable ? 0 : -1}
      aria-haspopup="menu"
      aria-label={t`Actions for ${task.name}`}
      onClick={(event) => {
        event.stopPropagation();
        setWanted(true);
      }}
    >
      <IconDots size={16} />
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Menu position="bottom-end" width={250} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        {rights.structure === 'at-vendor' && task.source ? (
          <div className="tree-menu-hint">
            <ReadOnlyHint source={task.source} />
          </div>
        ) : (
          <MenuItems {...props} />
        )}
        {startable && <StartLinkItem task={task} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuItems({ task, rights, deeds, onMove }: LineMenuProps) {
  const { archive } = useTaskDeeds();
  return (
    <>
      {rights.addBelow === 'open' && (
        <Menu.Item
          leftSection={<IconSubtask size={16} />}
          rightSection={<Kbd size="xs">⇧ Enter</Kbd>}
          onClick={() => deeds.startDraft(task.id)}
        >
          <Trans>Add a task below</Trans>
        </Menu.Item>
      )}
      {rights.structure === 'open' && (
        <>
          <Menu.Item
            leftSection={<IconPencil size={16} />}
            rightSection={<Kbd size="xs">F2</Kbd>}
            onClick={() => deeds.rename(task.id)}
          >
            <Trans>Rename</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMoveRight size={16} />} onClick={() => onMove(task)}>
            <Trans>Move…</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArchive size={16} />}
            rightSection={<Kbd size="xs">Del</Kbd>}
            onClick={() => archive.mutate(task)}
          >
            <Trans>Archive</Trans>
          </Menu.Item>
        </>
      )}
    </>
  );
}
