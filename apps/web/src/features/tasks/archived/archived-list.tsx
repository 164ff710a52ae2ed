import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArchive } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import { NothingYet } from '../../../shell/nothing-yet.tsx';
import { useMe } from '../../session/queries.ts';
import { archivedQuery } from '../queries.ts';
import { rightsOn } from '../rights.ts';
import { TaskMark } from '../task-mark.tsx';
import { TaskName } from '../task-name.tsx';
import { TaskPath } from '../task-path.tsx';
import { useRestore } from '../use-task-deeds.ts';
import { ArchivedReason } from './archived-reason.tsx';

interface ArchivedListProps {
  readonly search: string;
  readonly onOpen: (task: TaskWithPath) => void;
}

/** The archived tasks, newest first: why each is here, and the way back for own ones. */
export function ArchivedList({ search, onOpen }: ArchivedListProps) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    archivedQuery(search),
  );
  if (data === undefined) {
    return (
      <Stack gap="md" py="sm">
        <Skeleton height={14} width="45%" />
        <Skeleton height={14} width="32%" />
      </Stack>
    );
  }
  const tasks = data.pages.flatMap((page) => page.tasks);
  if (tasks.length === 0) return <NothingArchived search={search} />;
  return (
    <>
      <ul className="task-list">
        {tasks.map((task) => (
          <ArchivedItem key={task.id} task={task} onOpen={onOpen} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

interface ArchivedItemProps {
  readonly task: TaskWithPath;
  readonly onOpen: (task: TaskWithPath) => void;
}

function ArchivedItem({ task, onOpen }: ArchivedItemProps) {
  const { t } = useLingui();
  const restore = useRestore();
  const rights = rightsOn(task, useMe().role);
  return (
    <li className="task-item">
      <button type="button" className="task-item-open" onClick={() => onOpen(task)}>
        <TaskMark task={task} />
        <span className="task-item-words">
          <TaskName name={task.name} />
          <TaskPath path={task.path} />
          <ArchivedReason task={task} />
        </span>
      </button>
      {rights.structure === 'open' && (
        <Button
          size="compact-sm"
          variant="default"
          loading={restore.isPending}
          aria-label={t`Restore ${task.name}`}
          onClick={() => restore.mutate(task)}
        >
          <Trans>Restore</Trans>
        </Button>
      )}
    </li>
  );
}

function NothingArchived({ search }: { readonly search: string }) {
  const { t } = useLingui();
  if (search !== '') {
    return (
      <Text c="dimmed" size="sm" py="xl" ta="center">
        <Trans>
          No archived task has “<bdi>{search}</bdi>” in its name.
        </Trans>
      </Text>
    );
  }
  return (
    <NothingYet icon={<IconArchive size={24} />} title={t`Nothing is archived`}>
      <Trans>
        Tasks that are archived here or at their vendor come to this list. Their time and names stay
        visible everywhere.
      </Trans>
    </NothingYet>
  );
}
