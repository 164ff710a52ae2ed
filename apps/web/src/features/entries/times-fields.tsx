import { DatePickerInput } from '@mantine/dates';
import { useLingui } from '@lingui/react/macro';
import { dayOf, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { DurationField } from '@timegrove/ui/duration-field/duration-field.tsx';
import { regionalLocale } from '../../shell/locale.ts';
import { dayText } from './day-text.ts';
import {
  daysCrossed,
  endingAt,
  lasting,
  onDay,
  startingAt,
  type EntryTimes,
} from './entry-times.ts';
import { TimeField } from './time-field.tsx';

interface TimesFieldsProps {
  readonly times: EntryTimes;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (times: EntryTimes) => void;
}

/** Day, start, end and duration; each follows the others. What runs has only a day and a start. */
export function TimesFields({ times, errors, onChange }: TimesFieldsProps) {
  const { t } = useLingui();
  const { start, end, zone } = times;
  const runs = end === null;
  return (
    <>
      <DatePickerInput
        label={t`Day`}
        value={dayOf(start, zone)}
        valueFormatter={({ date }) => longDay(date)}
        onChange={(day) => {
          if (day !== null) onChange(onDay(times, day));
        }}
        popoverProps={{ withinPortal: true }}
      />
      <div className="entry-form-times">
        <TimeField
          label={t`Start`}
          value={wallTimeOf(start, zone)}
          onChange={(time) => onChange(startingAt(times, time))}
          error={errors['startedAt']}
        />
        <TimeField
          label={t`End`}
          value={runs ? '' : wallTimeOf(end, zone)}
          onChange={(time) => onChange(endingAt(times, time))}
          error={errors['stoppedAt']}
          description={daysCrossed(times) > 0 ? t`on the next day` : undefined}
          disabled={runs}
        />
        <DurationField
          label={t`Duration`}
          value={runs ? null : end - start}
          onChange={(duration) => onChange(lasting(times, duration))}
          disabled={runs}
        />
      </div>
    </>
  );
}

function longDay(day: unknown): string {
  return typeof day === 'string' ? dayText(day, regionalLocale()) : '';
}
