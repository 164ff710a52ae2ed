import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { TaskName } from '@timegrove/ui/task-picker/task-name.tsx';
import { useLengthText } from '../../session/use-length-text.ts';
import { providerMark } from '../provider-mark.tsx';
import type { TimesheetViewProps } from '../view-props.ts';
import type { CellRules } from './cell-way.ts';
import { DayHeads } from './day-heads.tsx';
import { DayTotals } from './day-totals.tsx';
import { Cell } from './cell.tsx';
import type { RowTask, WeekGrid, WeekRow } from './week-grid.ts';

/** What the cells of a table need besides their own time. */
export interface TableProps extends Pick<TimesheetViewProps, 'shown' | 'onEdit'> {
  readonly grid: WeekGrid;
  readonly entries: readonly Entry[];
  readonly rules: CellRules;
  /** Keeps the rows of tasks that lose their last time. */
  readonly onEmptied: (tasks: readonly RowTask[]) => void;
}

// Says to those who hear the screen that arrow keys lead from cell to cell.
const gridRole = { role: 'grid' } as const;

/** Tasks by days: moved through like a spreadsheet. */
export function WeekTable(props: TableProps) {
  const { t } = useLingui();
  const { grid, shown } = props;
  const several = shown.days.length > 1;
  return (
    <table
      {...gridRole}
      className={several ? 'week' : 'week week-of-one'}
      aria-label={t`Time by task and day`}
    >
      {several && <DayHeads shown={shown} />}
      <tbody>
        {grid.rows.map((row) => (
          <Row key={row.key} {...props} row={row} />
        ))}
        {grid.rows.length === 0 && <NoRows columns={shown.days.length} />}
      </tbody>
      {several && <DayTotals grid={grid} shown={shown} />}
    </table>
  );
}

function Row({ row, ...props }: TableProps & { readonly row: WeekRow }) {
  const lengthText = useLengthText();
  return (
    <tr>
      <th scope="row" className="week-task">
        <TaskName task={row.task} mark={providerMark} stacked />
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.day} {...props} task={row.task} cell={cell} />
      ))}
      {row.cells.length > 1 && (
        <td className="week-sum numbers">{row.total > 0 && lengthText(row.total)}</td>
      )}
    </tr>
  );
}

function NoRows({ columns }: { columns: number }) {
  return (
    <tr>
      <td className="week-nothing" colSpan={columns + 2}>
        <Trans>No time in this week yet. Add a task, or take over what last week had.</Trans>
      </td>
    </tr>
  );
}
