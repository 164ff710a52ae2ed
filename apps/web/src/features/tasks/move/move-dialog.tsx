import { Modal, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconHome, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { mayAddProject } from '../rights.ts';
import { useMe } from '../../session/queries.ts';
import { branchQuery, searchQuery } from '../queries.ts';
import { TaskMark } from '../task-mark.tsx';
import { TaskName } from '../task-name.tsx';
import { TaskPath } from '../task-path.tsx';
import { useTaskDeeds } from '../use-task-deeds.ts';
import { possibleParents } from './targets.ts';

interface MoveDialogProps {
  readonly task: Task | null;
  readonly onClose: () => void;
}

/** Picks the new place of an own task: below another one, or at the top. */
export function MoveDialog({ task, onClose }: MoveDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={task !== null}
      onClose={onClose}
      title={t`Move to…`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {task && <Places key={task.id} task={task} onClose={onClose} />}
    </Modal>
  );
}

interface PlacesProps {
  readonly task: Task;
  readonly onClose: () => void;
}

function Places({ task, onClose }: PlacesProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const { move } = useTaskDeeds();
  const { role } = useMe();
  const toTop = task.parentId !== null && mayAddProject(role);
  const moveTo = (parentId: TaskId | null) =>
    move.mutate({ task, parentId }, { onSuccess: onClose });
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" lineClamp={2}>
        <Trans>
          “<bdi>{task.name}</bdi>” moves with everything below it and keeps its time.
        </Trans>
      </Text>
      <TextInput
        data-autofocus
        type="search"
        aria-label={t`Search the new parent`}
        placeholder={t`Search the new parent`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className="task-list move-list" aria-busy={move.isPending}>
        {toTop && settled === '' && (
          <li className="task-item">
            <button type="button" className="task-item-open" onClick={() => moveTo(null)}>
              <IconHome size={16} aria-hidden />
              <Trans>To the top, as a project</Trans>
            </button>
          </li>
        )}
        <Parents task={task} search={settled} onChoose={moveTo} />
      </ul>
    </>
  );
}

interface ParentsProps {
  readonly task: Task;
  readonly search: string;
  readonly onChoose: (parentId: TaskId) => void;
}

function Parents({ task, search, onChoose }: ParentsProps) {
  const projects = useQuery(branchQuery(null)).data?.tasks;
  const results = useQuery(searchQuery(search)).data?.tasks;
  const found = search === '' ? projects?.map((one) => ({ ...one, path: [] })) : results;
  if (found === undefined) return <Skeleton height={16} my="sm" />;
  const parents = possibleParents(task, found);
  if (parents.length === 0 && search !== '') {
    return (
      <Text size="sm" c="dimmed" py="md" ta="center">
        <Trans>Nothing that this task could be moved to.</Trans>
      </Text>
    );
  }
  return parents.map((parent) => (
    <li key={parent.id} className="task-item">
      <button type="button" className="task-item-open" onClick={() => onChoose(parent.id)}>
        <TaskMark task={parent} />
        <span className="task-item-words">
          <TaskName name={parent.name} />
          <TaskPath path={parent.path} />
        </span>
      </button>
    </li>
  ));
}
