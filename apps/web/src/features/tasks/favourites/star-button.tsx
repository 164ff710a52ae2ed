import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useFavourite } from './use-favourite.ts';

interface StarButtonProps {
  readonly task: Pick<Task, 'id' | 'name'>;
  readonly tabbable?: boolean;
}

/** Keeps a task among the own favourites, or takes it off them. */
export function StarButton({ task, tabbable = true }: StarButtonProps) {
  const { t } = useLingui();
  const { kept, toggle } = useFavourite(task);
  const Icon = kept ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      className="star"
      variant="subtle"
      color="gray"
      data-kept={kept || undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-label={
        kept ? t`Take ${task.name} off the favourites` : t`Keep ${task.name} as a favourite`
      }
      title={kept ? t`Take off the favourites` : t`Keep as a favourite`}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
