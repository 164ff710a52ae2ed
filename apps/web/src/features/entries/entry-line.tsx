import { ActionIcon, Badge, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCoin, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { TaskName } from '@timegrove/ui/task-picker/task-name.tsx';
import { useStartTimer } from '../timers/use-timer-deeds.ts';
import { EntryDuration, EntryTimes } from './entry-times-text.tsx';
import { providerMark } from './provider-mark.tsx';
import { useDeleteEntry } from './use-entry-deeds.ts';

interface EntryLineProps {
  readonly entry: Entry;
  readonly onEdit: () => void;
}

/** One entry of a day: task, note, times, duration, and what can be done with it. */
export function EntryLine({ entry, onEdit }: EntryLineProps) {
  const running = entry.stoppedAt === null;
  return (
    <li className={running ? 'entry entry-running' : 'entry'}>
      <button type="button" className="entry-open" onClick={onEdit}>
        <span className="entry-what">
          <TaskName task={entry.task} mark={providerMark} stacked />
          {entry.note !== '' && <bdi className="entry-note">{entry.note}</bdi>}
        </span>
        <Signs entry={entry} />
        <EntryTimes entry={entry} />
        <EntryDuration entry={entry} />
      </button>
      <Actions entry={entry} />
    </li>
  );
}

function Signs({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  return (
    <span className="entry-signs">
      {entry.task?.archived === true && (
        <Badge size="sm" variant="default" tt="none">
          <Trans>Archived</Trans>
        </Badge>
      )}
      {entry.billable && (
        <span title={t`Billable`}>
          <IconCoin size={16} aria-hidden />
          <VisuallyHidden>
            <Trans>Billable</Trans>
          </VisuallyHidden>
        </span>
      )}
    </span>
  );
}

function Actions({ entry }: { entry: Entry }) {
  const { t } = useLingui();
  const start = useStartTimer();
  const remove = useDeleteEntry();
  const name = entry.task?.name ?? t`No task`;
  return (
    <span className="entry-actions">
      {entry.stoppedAt !== null && entry.task?.archived !== true && (
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t`Continue ${name}`}
          title={t`Continue`}
          onClick={() => start(entry.task, entry.note)}
        >
          <IconPlayerPlay size={18} />
        </ActionIcon>
      )}
      {entry.stoppedAt !== null && (
        <ActionIcon
          className="entry-delete"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Delete ${name}`}
          title={t`Delete`}
          onClick={() => remove(entry.id)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </span>
  );
}
