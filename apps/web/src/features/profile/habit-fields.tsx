import { NumberInput, Switch, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { DurationField } from '@timegrove/ui/duration-field/duration-field.tsx';
import { useWeekdays } from '../../shell/use-weekdays.ts';
import { askForAwayPermission } from '../timers/questions/use-away-permission.ts';
import type { FieldsProps } from '../../shell/settings-form.tsx';
import type { ProfileDraft } from './profile-draft.ts';

const minute = 60_000;
const longestDay = 24 * 60;

/** When somebody works, and what the clients do when they leave. */
export function HabitFields({ draft, errors, onChange }: FieldsProps<ProfileDraft>) {
  const { t } = useLingui();
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>Work</Trans>
      </legend>
      <WorkingDays draft={draft} errors={errors} onChange={onChange} />
      <Switch
        label={t`Ask when I was away`}
        description={t`When you come back to a running timer, you are asked what to do with the time between`}
        checked={draft.asksWhenIdle}
        onChange={(event) => {
          const asksWhenIdle = event.currentTarget.checked;
          // At once, because a browser asks for its permission only right after a click.
          if (asksWhenIdle) void askForAwayPermission();
          onChange({ asksWhenIdle });
        }}
      />
      {draft.asksWhenIdle && (
        <NumberInput
          label={t`Away means`}
          suffix={t({ message: ' minutes', comment: 'behind a number' })}
          min={1}
          max={240}
          value={draft.idleMinutes}
          error={errors['idleMinutes']}
          onChange={(idleMinutes) => onChange({ idleMinutes })}
        />
      )}
    </fieldset>
  );
}

function WorkingDays({ draft, onChange }: FieldsProps<ProfileDraft>) {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const week = draft.workingMinutes.reduce((sum, minutes) => sum + minutes, 0) * minute;
  const total = formatDuration(week);
  return (
    <fieldset className="working-days">
      <legend>
        <Trans>Working hours</Trans>{' '}
        <Text span size="sm" c="dimmed" className="numbers">
          {t({ message: `${total} a week`, comment: 'hours and minutes' })}
        </Text>
      </legend>
      {weekdays.map((name, nth) => (
        <DurationField
          key={name}
          label={name}
          value={(draft.workingMinutes[nth] ?? 0) * minute}
          onChange={(duration) => {
            const minutes = Math.min(Math.round(duration / minute), longestDay);
            onChange({ workingMinutes: draft.workingMinutes.with(nth, minutes) });
          }}
        />
      ))}
    </fieldset>
  );
}
