import type { Entry } from '@timegrove/contract/entries.ts';
import { usePhone } from '../../../shell/phone.ts';
import { Unexpected } from '../../../shell/unexpected-screen.tsx';
import { useNow } from '../../timers/use-elapsed.ts';
import { LinesSkeleton } from '../lines-skeleton.tsx';
import { useRangeEntries } from '../use-range-entries.ts';
import { ViewHead } from '../view-head.tsx';
import type { TimesheetViewProps } from '../view-props.ts';
import { useCellRules } from './use-cell-rules.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { weekGrid, type WeekRow } from './week-grid.ts';
import { WeekStrip } from './week-strip.tsx';
import { WeekTable } from './week-table.tsx';
import { WeekTools } from './week-tools.tsx';
import './week.css';

/** The entries of a week as a table of tasks by days, to type into. */
export function WeekView({ navigation, ...props }: TimesheetViewProps) {
  const { days } = props.shown;
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const { entries, stored } = useRangeEntries(first, last);
  return (
    <>
      <ViewHead navigation={navigation} entries={entries} />
      {entries === undefined && <LinesSkeleton />}
      {stored.isLoadingError && (
        <Unexpected error={stored.error} reset={() => void stored.refetch()} />
      )}
      {entries !== undefined && <Week key={first} {...props} entries={entries} />}
    </>
  );
}

interface WeekProps extends Omit<TimesheetViewProps, 'navigation'> {
  readonly entries: readonly Entry[];
}

function Week({ shown, entries, onEdit }: WeekProps) {
  const { days, day, today } = shown;
  const { kept, keep } = useKeptRows(days[0] ?? '');
  const rules = useCellRules(today);
  const narrow = usePhone();
  const now = useNow(entries.some((entry) => entry.stoppedAt === null));
  const grid = weekGrid({ entries, days, kept, now });
  const table = { entries, rules, onEdit, onEmptied: keep };
  return (
    <>
      {narrow && <WeekStrip shown={shown} totals={grid.dayTotals} />}
      <WeekTable
        {...table}
        shown={narrow ? { ...shown, days: [day] } : shown}
        grid={narrow ? { ...grid, rows: rowsOn(day, grid.rows) } : grid}
      />
      <WeekTools shown={shown} entries={entries} rules={rules} onTasks={keep} />
    </>
  );
}

/** All tasks of the week with their time on one day. */
function rowsOn(day: string, rows: readonly WeekRow[]): readonly WeekRow[] {
  return rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => cell.day === day) }));
}
