import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconArrowMerge,
  IconCopy,
  IconDots,
  IconPlayerPlay,
  IconSlice,
  IconTrash,
} from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { lazy, Suspense, useState } from 'react';
import { spanOf } from './day-lines.ts';
import { merging } from './deeds/reversible.ts';
import { useReversible } from './deeds/use-reversible.ts';
import { useWhose } from './people/whose.ts';

const SplitDialog = lazy(async () => {
  const module = await import('./split-dialog.tsx');
  return { default: module.SplitDialog };
});

interface EntryMenuProps {
  readonly entry: Entry;
  readonly name: string;
  /** The finished entry before it on that day, if there is one. */
  readonly before: Entry | undefined;
  /** Undefined: no new time can be put on its task here. */
  readonly onContinue: (() => void) | undefined;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** What can be done with one finished entry. */
export function EntryMenu({ entry, name, before, ...deeds }: EntryMenuProps) {
  const { t } = useLingui();
  const { mayAdd } = useWhose();
  const [splits, setSplits] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal={false} floatingStrategy="fixed">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Actions for ${name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {deeds.onContinue !== undefined && (
            <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={deeds.onContinue}>
              <Trans>Continue</Trans>
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconSlice size={16} />} onClick={() => setSplits(true)}>
            <Trans>Split…</Trans>
          </Menu.Item>
          {mayAdd && (
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={deeds.onDuplicate}>
              <Trans>Duplicate…</Trans>
            </Menu.Item>
          )}
          {before !== undefined && <MergeItem entry={entry} before={before} />}
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={deeds.onDelete}>
            <Trans>Delete</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {splits && (
        <Suspense>
          <SplitDialog entry={entry} onClose={() => setSplits(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Says what merging brings along: time that was not tracked, or another task. */
function MergeItem({ entry, before }: { entry: Entry; before: Entry }) {
  const { t } = useLingui();
  const act = useReversible();
  const gap = spanOf(entry, 0).start - spanOf(before, 0).end;
  const length = formatDuration(gap);
  const task = before.task?.name ?? t`No task`;
  const otherTask = before.task?.id !== entry.task?.id;
  return (
    <Menu.Item
      leftSection={<IconArrowMerge size={16} />}
      onClick={() => act(merging(before, [entry]), t`Entries merged`)}
    >
      <Trans>Merge with the one before</Trans>
      {gap >= minute && (
        <small className="entry-menu-hint">
          <Trans>with {length} not tracked between them</Trans>
        </small>
      )}
      {otherTask && (
        <small className="entry-menu-hint">
          <Trans>as time on “{task}”</Trans>
        </small>
      )}
    </Menu.Item>
  );
}
