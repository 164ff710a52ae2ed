import { Trans, useLingui } from '@lingui/react/macro';
import { weekdayOf } from '@timegrove/domain/time/day.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { useLengthText } from '../../session/use-length-text.ts';
import { useMe } from '../../session/queries.ts';
import { useWhose } from '../people/whose.ts';
import type { ShownDay } from '../use-day.ts';
import { marks } from './day-heads.tsx';
import type { WeekGrid } from './week-grid.ts';

interface DayTotalsProps {
  readonly grid: WeekGrid;
  readonly shown: ShownDay;
}

/** The sums of the days and of the week; below the own days, faintly, how long they should be. */
export function DayTotals({ grid, shown: { days, today } }: DayTotalsProps) {
  const targets = useTargets(days);
  return (
    <tfoot>
      <tr>
        <th scope="row" className="week-task">
          <Trans>Total</Trans>
        </th>
        {days.map((day, at) => (
          <td
            key={day}
            className="week-total numbers"
            data-nothing={grid.dayTotals[at] === 0 || undefined}
            {...marks(day, today)}
          >
            <Total total={grid.dayTotals[at] ?? 0} target={targets[at] ?? 0} />
          </td>
        ))}
        <td className="week-sum numbers">
          <Total total={grid.total} target={targets.reduce((sum, target) => sum + target, 0)} />
        </td>
      </tr>
    </tfoot>
  );
}

function Total({ total, target }: { total: number; target: number }) {
  const { t } = useLingui();
  const lengthText = useLengthText();
  const wanted = formatDuration(target);
  return (
    <>
      {lengthText(total)}
      {target > 0 && (
        <span className="week-target" title={t`Working hours: ${wanted}`}>
          <span style={{ width: `${Math.min(100, (total / target) * 100)}%` }} />
        </span>
      )}
    </>
  );
}

/** How long one's own working days are, in milliseconds; those of others are not known. */
function useTargets(days: readonly string[]): readonly number[] {
  const { workingMinutes } = useMe();
  const { other } = useWhose();
  if (other !== null) return [];
  return days.map((day) => (workingMinutes[weekdayOf(day) - 1] ?? 0) * minute);
}
