import { Button, CloseButton } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { IconArrowMerge, IconTrash } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { changing, deleting, merging, type Changed } from '../deeds/reversible.ts';
import { useReversible } from '../deeds/use-reversible.ts';
import { labelOf } from '@timegrove/ui/task-picker/picked-task.ts';
import { BillableMenu, TagsMenu } from './bulk-menus.tsx';
import { MoveToTask } from './move-to-task.tsx';
import type { EntrySelection } from './use-selection.ts';
import './selection.css';

/** What can be done with all selected entries at once. */
export function BulkBar({ selection }: { selection: EntrySelection }) {
  const { t } = useLingui();
  const { entries } = selection;
  const deeds = useBulkDeeds(selection);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t`Selected entries`}>
      <output className="bulk-count">
        <Plural value={entries.length} one="# selected" other="# selected" />
      </output>
      <MoveToTask onPick={deeds.move} />
      <BillableMenu onChoose={deeds.bill} />
      <TagsMenu entries={entries} onChoose={deeds.tag} />
      {entries.length > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowMerge size={14} aria-hidden />}
          disabled={entries.some((entry) => entry.stoppedAt === null)}
          onClick={deeds.merge}
        >
          <Trans>Merge</Trans>
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={deeds.remove}
      >
        <Trans>Delete</Trans>
      </Button>
      <CloseButton className="bulk-clear" aria-label={t`Select none`} onClick={selection.clear} />
    </div>
  );
}

function useBulkDeeds({ entries, clear }: EntrySelection) {
  const { t } = useLingui();
  const act = useReversible();
  const count = entries.length;
  const change = (to: (entry: Entry) => Changed): void => {
    const changed = t`${plural(count, { one: '# entry changed', other: '# entries changed' })}`;
    act(changing(entries, to), changed);
  };
  return {
    move: (task: PickedTask | null) => change(() => ({ task: labelOf(task) })),
    bill: (billable: boolean) => change(() => ({ billable })),
    tag: (tagId: TagId, on: boolean) =>
      change(({ tagIds }) => {
        const others = tagIds.filter((id) => id !== tagId);
        return { tagIds: on ? [...others, tagId] : others };
      }),
    merge: () => {
      const [first, ...others] = entries;
      if (first === undefined) return;
      clear();
      act(merging(first, others), t`Entries merged`);
    },
    remove: () => {
      clear();
      act(
        deleting(entries),
        t`${plural(count, { one: '# entry deleted', other: '# entries deleted' })}`,
      );
    },
  };
}
