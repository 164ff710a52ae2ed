import { useLingui } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { regionalLocale } from '../../../shell/locale.ts';
import { dayText } from '../day-text.ts';
import { CellList } from './cell-list.tsx';
import { wayInto, type Closed } from './cell-way.ts';
import { marks } from './day-heads.tsx';
import { walk } from './grid-keys.ts';
import { TypedCell } from './typed-cell.tsx';
import type { RowTask, WeekCell } from './week-grid.ts';
import type { TableProps } from './week-table.tsx';

interface CellProps extends TableProps {
  readonly task: RowTask;
  readonly cell: WeekCell;
}

/** The time of one task on one day. */
export function Cell(props: CellProps) {
  const { t } = useLingui();
  const { task, cell, rules, shown, onEdit } = props;
  const way = wayInto(cell, rules);
  const name = `${task?.name ?? t`No task`}, ${dayText(cell.day, regionalLocale())}`;
  return (
    <td className="week-cell numbers" {...marks(cell.day, shown.today)}>
      {way.way === 'type' && <TypedCell {...props} name={name} />}
      {way.way === 'list' && <CellList cell={cell} name={name} onEdit={onEdit} />}
      {way.way === 'closed' && <ClosedCell cell={cell} name={name} why={way.why} />}
    </td>
  );
}

interface ClosedCellProps {
  readonly cell: WeekCell;
  readonly name: string;
  readonly why: Closed;
}

function ClosedCell({ cell, name, why }: ClosedCellProps) {
  const words = useClosedWords();
  return (
    <input
      readOnly
      data-cell="closed"
      onKeyDown={walk}
      aria-label={name}
      title={words[why]}
      value={cell.total > 0 ? formatDuration(cell.total) : ''}
    />
  );
}

function useClosedWords(): Readonly<Record<Closed, string>> {
  const { t } = useLingui();
  return {
    future: t`This day is still to come.`,
    locked: t`Time on this day is locked.`,
    'by-hand-off': t`In this account time is taken with the timer only.`,
    'look-only': t`You can look at this time, not change it.`,
  };
}
