import { VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { weekdayOf } from '@timegrove/domain/time/day.ts';
import { regionalLocale } from '../../../shell/locale.ts';
import { useWeekdays } from '../../../shell/use-weekdays.ts';
import { dayText } from '../day-text.ts';
import type { ShownDay } from '../use-day.ts';

/** The days above their columns; each leads to the lines of its day. */
export function DayHeads({ shown: { days, today, showView } }: { shown: ShownDay }) {
  const weekdays = useWeekdays('short');
  return (
    <thead>
      <tr>
        <th scope="col" className="week-task">
          <Trans>Task</Trans>
        </th>
        {days.map((day) => (
          <th key={day} scope="col" className="week-day" {...marks(day, today)}>
            <button
              type="button"
              title={dayText(day, regionalLocale())}
              onClick={() => showView('day', day)}
            >
              <span>{weekdays[weekdayOf(day) - 1]}</span>{' '}
              <strong className="numbers">{Number(day.slice(8))}</strong>
            </button>
            {day === today && (
              <VisuallyHidden>
                <Trans>Today</Trans>
              </VisuallyHidden>
            )}
          </th>
        ))}
        <th scope="col" className="week-sum">
          <Trans>Total</Trans>
        </th>
      </tr>
    </thead>
  );
}

/** Marks today and the weekend for the style sheet. */
export function marks(day: string, today: string) {
  return {
    'data-today': day === today || undefined,
    'data-weekend': weekdayOf(day) > 5 || undefined,
  };
}
