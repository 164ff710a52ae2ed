import { UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Trans } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { favouritesQuery } from '../queries.ts';
import { TaskItem } from '../task-item.tsx';
import './favourites.css';

interface FavouritesProps {
  readonly opened: TaskId | null;
  readonly onOpen: (task: TaskWithPath) => void;
}

/** The tasks that the member keeps at hand, above the tree; nothing where there are none. */
export function Favourites({ opened, onOpen }: FavouritesProps) {
  const tasks = useQuery(favouritesQuery).data?.tasks ?? [];
  const [folded, fold] = useLocalStorage({
    key: 'timegrove.favourites-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (tasks.length === 0) return null;
  return (
    <section className="favourites">
      <h2>
        <UnstyledButton
          className="favourites-fold"
          aria-expanded={!folded}
          onClick={() => fold(!folded)}
        >
          <IconChevronRight size={16} aria-hidden />
          <Trans>Favourites</Trans>
          <span className="tree-count numbers" data-count={tasks.length} />
        </UnstyledButton>
      </h2>
      {!folded && (
        <ul className="task-list">
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} opened={task.id === opened} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}
