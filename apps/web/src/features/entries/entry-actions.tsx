import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { useStartTimer } from '../timers/use-timer-deeds.ts';
import { deleting } from './deeds/reversible.ts';
import { useReversible } from './deeds/use-reversible.ts';
import { EntryMenu } from './entry-menu.tsx';
import { useWhose } from './people/whose.ts';

interface EntryActionsProps {
  readonly entry: Entry;
  readonly name: string;
  /** The finished entry before it on that day. */
  readonly before: Entry | undefined;
  readonly onDuplicate: () => void;
}

/** The buttons of a line; what runs is dealt with in the timer bar. */
export function EntryActions({ entry, name, before, onDuplicate }: EntryActionsProps) {
  const { t } = useLingui();
  const { other } = useWhose();
  const start = useStartTimer();
  const act = useReversible();
  if (entry.stoppedAt === null) return <span className="entry-actions" />;
  const remove = (): void => act(deleting([entry]), t`Entry deleted`);
  const takesTime = other === null && entry.task?.archived !== true;
  const resume = takesTime ? () => start(entry.task, entry.note, entry.tagIds) : undefined;
  return (
    <span className="entry-actions">
      {resume !== undefined && (
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t`Continue ${name}`}
          title={t`Continue`}
          onClick={resume}
        >
          <IconPlayerPlay size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        className="entry-delete"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Delete ${name}`}
        title={t`Delete`}
        onClick={remove}
      >
        <IconTrash size={18} />
      </ActionIcon>
      <EntryMenu
        entry={entry}
        name={name}
        before={before}
        onContinue={resume}
        onDuplicate={onDuplicate}
        onDelete={remove}
      />
    </span>
  );
}
