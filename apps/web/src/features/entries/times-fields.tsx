import { Input } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { dayOf, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { DurationField } from '@timegrove/ui/duration-field/duration-field.tsx';
import { DayChoice } from './day-choice.tsx';
import {
  daysCrossed,
  endingAt,
  lasting,
  onDay,
  startingAt,
  type EntryTimes,
} from './entry-times.ts';
import { TimeField } from '@timegrove/ui/time-field/time-field.tsx';

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
      <Input.Wrapper label={t`Day`} labelElement="div">
        <DayChoice field day={dayOf(start, zone)} onChoose={(day) => onChange(onDay(times, day))} />
      </Input.Wrapper>
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
