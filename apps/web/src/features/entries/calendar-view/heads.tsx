import { Trans } from '@lingui/react/macro';
import { weekdayOf } from '@timegrove/domain/time/day.ts';
import { useWeekdays } from '../../../shell/use-weekdays.ts';
import type { HourRow } from './day-scale.ts';

/** A day above its column. @param date midnight of the day in UTC */
export function DayHead({ date }: { date: Date }) {
  const weekdays = useWeekdays('short');
  return (
    <span className="calendar-day">
      {weekdays[weekdayOf(date.toISOString().slice(0, 10)) - 1]}
      <strong className="numbers">{date.getUTCDate()}</strong>
    </span>
  );
}

/** An hour beside its row; says when the clock shows it for the second time. */
export function HourHead({ row }: { row: HourRow | undefined }) {
  return (
    <span className="calendar-hour numbers">
      {row?.time}
      {row?.again === true && (
        <small>
          <Trans>again</Trans>
        </small>
      )}
    </span>
  );
}
