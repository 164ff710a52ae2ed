import { useLingui } from '@lingui/react/macro';
import { weekdayOf } from '@timegrove/domain/time/day.ts';
import { useLengthText } from '../../session/use-length-text.ts';
import { regionalLocale } from '../../../shell/locale.ts';
import { useWeekdays } from '../../../shell/use-weekdays.ts';
import { dayText } from '../day-text.ts';
import type { ShownDay } from '../use-day.ts';
import { marks } from './day-heads.tsx';

interface WeekStripProps {
  readonly shown: ShownDay;
  /** The sums of the days, in their order. */
  readonly totals: readonly number[];
}

/** The days of the week side by side with their sums, to choose the one that is shown below. */
export function WeekStrip({ shown: { days, day: chosen, today, show }, totals }: WeekStripProps) {
  const { t } = useLingui();
  const lengthText = useLengthText();
  const weekdays = useWeekdays('short');
  return (
    <fieldset className="week-strip" aria-label={t`Days`}>
      {days.map((day, at) => {
        const total = lengthText(totals[at] ?? 0);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={day === chosen}
            title={dayText(day, regionalLocale())}
            {...marks(day, today)}
            onClick={() => show(day)}
          >
            <span>{weekdays[weekdayOf(day) - 1]}</span>{' '}
            <strong className="numbers">{Number(day.slice(8))}</strong>{' '}
            <span className="numbers">{total}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
