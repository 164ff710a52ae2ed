import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArchive, IconArrowMoveRight, IconPencil, IconRestore } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import { NameField } from '../tree/name-field.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';

interface StructureDeedsProps {
  readonly task: Task;
  readonly onMove: (task: Task) => void;
}

/** Rename, move, archive or restore an own task. */
export function StructureDeeds({ task, onMove }: StructureDeedsProps) {
  const { archive, restore } = useTaskDeeds();
  const [renaming, setRenaming] = useState(false);
  if (task.archived !== null) {
    return (
      <Button
        variant="default"
        leftSection={<IconRestore size={16} />}
        loading={restore.isPending}
        onClick={() => restore.mutate(task)}
      >
        <Trans>Restore</Trans>
      </Button>
    );
  }
  if (renaming) return <Rename task={task} onDone={() => setRenaming(false)} />;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPencil size={14} />}
        onClick={() => setRenaming(true)}
      >
        <Trans>Rename</Trans>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowMoveRight size={14} />}
        onClick={() => onMove(task)}
      >
        <Trans>Move…</Trans>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArchive size={14} />}
        loading={archive.isPending}
        onClick={() => archive.mutate(task)}
      >
        <Trans>Archive</Trans>
      </Button>
    </Group>
  );
}

function Rename({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  return (
    <NameField
      label={t`New name`}
      initial={task.name}
      busy={change.isPending}
      onCancel={onDone}
      onSave={(name) =>
        change.mutate({ taskId: task.id, changes: { name } }, { onSuccess: onDone })
      }
    />
  );
}
