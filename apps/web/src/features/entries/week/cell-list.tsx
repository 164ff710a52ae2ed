import { Popover, VisuallyHidden } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { useState } from 'react';
import type { Edited } from '../entry-drawer.tsx';
import { EntryDuration, EntryTimes } from '../entry-times-text.tsx';
import { walk } from './grid-keys.ts';
import type { WeekCell } from './week-grid.ts';

interface CellListProps {
  readonly cell: WeekCell;
  /** What the cell is called. */
  readonly name: string;
  readonly onEdit: (edited: Edited) => void;
}

/** A cell whose entries are changed one by one: opens the list of them. */
export function CellList({ cell, name, onEdit }: CellListProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const { entries, total } = cell;
  const running = entries.some(({ stoppedAt }) => stoppedAt === null);
  const count = entries.length;
  const length = formatDuration(total);
  const edit = (entry: Entry): void => {
    setOpened(false);
    onEdit({ kind: 'old', entry });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom" trapFocus returnFocus withArrow>
      <Popover.Target>
        <button
          type="button"
          data-cell="list"
          data-running={running || undefined}
          title={t`${plural(count, { one: '# entry', other: '# entries' })}`}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onKeyDown={walk}
          onClick={() => setOpened(!opened)}
        >
          <VisuallyHidden>{name}: </VisuallyHidden>
          {length}
          {count > 1 && <sup>{count}</sup>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="week-entries" aria-label={name}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button type="button" onClick={() => edit(entry)}>
                <EntryTimes entry={entry} />
                <EntryDuration entry={entry} />
                {entry.note !== '' && <bdi className="week-note">{entry.note}</bdi>}
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
