import { Skeleton, Stack, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { searchQuery } from './queries.ts';
import { TaskItem } from './task-item.tsx';

interface SearchResultsProps {
  readonly search: string;
  readonly opened: TaskId | null;
  readonly onOpen: (task: TaskWithPath) => void;
}

/** The tasks that hold every word of the search, with the way to each. */
export function SearchResults({ search, opened, onOpen }: SearchResultsProps) {
  const { data, isPlaceholderData } = useQuery(searchQuery(search));
  if (data === undefined) return <Waiting />;
  if (data.tasks.length === 0) {
    return (
      <Text c="dimmed" size="sm" py="xl" ta="center">
        <Trans>
          No active task that you can see has “<bdi>{search}</bdi>” in its name.
        </Trans>
      </Text>
    );
  }
  return (
    <ul className="task-list" aria-busy={isPlaceholderData}>
      {data.tasks.map((task) => (
        <TaskItem key={task.id} task={task} opened={task.id === opened} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Waiting() {
  return (
    <Stack gap="md" py="sm">
      <Skeleton height={14} width="50%" />
      <Skeleton height={14} width="36%" />
    </Stack>
  );
}
