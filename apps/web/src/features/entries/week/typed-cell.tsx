import { useLingui } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { useState } from 'react';
import { showRefusal } from '../../../shell/refusal.ts';
import { Unfit } from '../../../shell/fit.ts';
import { serverNow } from '../../../shell/server-clock.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { walk } from './grid-keys.ts';
import { meaningOf } from './cell-meaning.ts';
import { useCellDeeds } from './use-cell-deeds.ts';
import type { RowTask, WeekCell } from './week-grid.ts';
import type { TableProps } from './week-table.tsx';

interface TypedCellProps extends Pick<TableProps, 'entries' | 'onEmptied'> {
  readonly task: RowTask;
  readonly cell: WeekCell;
  /** What the cell is called. */
  readonly name: string;
}

/** A cell to type a length of time into. It is taken when the cell is left; Escape leaves it as it was. */
export function TypedCell({ task, cell, name, entries, onEmptied }: TypedCellProps) {
  const { t } = useLingui();
  const act = useCellDeeds();
  const [typed, setTyped] = useState<string | null>(null);
  const [unclear, setUnclear] = useState(false);
  const restore = (): void => {
    setTyped(null);
    setUnclear(false);
  };
  const take = (): void => {
    if (typed === null) return;
    const ofDay = entries.filter(({ day }) => day === cell.day);
    const meaning = meaningOf(typed, cell, { now: serverNow(), zone: browserZone(), ofDay });
    setUnclear(meaning.kind === 'unclear');
    if (meaning.kind === 'unclear') return;
    restore();
    if (meaning.kind === 'too-much')
      showRefusal(new Unfit({ day: t`So much of this day has not passed yet.` }));
    if (meaning.kind === 'delete') onEmptied([task]);
    act(meaning, task);
  };
  return (
    <input
      data-cell={typed === null ? 'at-rest' : 'typing'}
      aria-label={name}
      aria-invalid={unclear || undefined}
      title={unclear ? t`Type a duration like 1:30, 1.5 or 45m.` : undefined}
      autoComplete="off"
      inputMode="text"
      value={typed ?? (cell.total > 0 ? formatDuration(cell.total) : '')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Escape') restore();
        walk(event);
      }}
    />
  );
}
