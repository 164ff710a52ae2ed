import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FieldsProps } from '../../shell/settings-form.tsx';
import type { AccountDraft } from './account-draft.ts';

const steps = [0, 1, 5, 6, 10, 15, 30, 60];

/** What may be done with time in this account, and how it is shown. */
export function TimeFields({ draft, errors, onChange }: FieldsProps<AccountDraft>) {
  const { t } = useLingui();
  return (
    <fieldset className="account-fields">
      <legend>
        <Trans>Time</Trans>
      </legend>
      <RoundingSelect
        value={draft.roundingMinutes}
        onChange={(roundingMinutes) => onChange({ roundingMinutes })}
      />
      <NumberInput
        label={t`Ask about a timer after`}
        description={t`Hours after which a running timer asks whether it was forgotten`}
        suffix={t({ message: ' h', comment: 'hours, behind a number' })}
        min={1}
        max={24}
        value={draft.longTimerHours}
        error={errors['longTimerHours']}
        onChange={(longTimerHours) => onChange({ longTimerHours })}
      />
      <Switch
        label={t`Time can be added by hand`}
        description={t`Off: only timers; what a timer tracked can still be corrected`}
        checked={draft.entriesByHand}
        onChange={(event) => onChange({ entriesByHand: event.currentTarget.checked })}
      />
      <Switch
        label={t`Time may overlap`}
        description={t`Off: nobody can track two things at the same time`}
        checked={draft.overlapsAllowed}
        onChange={(event) => onChange({ overlapsAllowed: event.currentTarget.checked })}
      />
      <LockFields draft={draft} errors={errors} onChange={onChange} />
    </fieldset>
  );
}

function LockFields({ draft, errors, onChange }: FieldsProps<AccountDraft>) {
  const { t } = useLingui();
  return (
    <>
      <Switch
        label={t`Lock old time`}
        description={t`Nobody can change time that is locked, administrators included`}
        checked={draft.locks}
        onChange={(event) => onChange({ locks: event.currentTarget.checked })}
      />
      {draft.locks && (
        <NumberInput
          label={t`Lock time older than`}
          suffix={t({ message: ' days', comment: 'behind a number' })}
          min={0}
          max={3650}
          value={draft.lockAfterDays}
          error={errors['lockAfterDays']}
          onChange={(lockAfterDays) => onChange({ lockAfterDays })}
        />
      )}
    </>
  );
}

interface RoundingSelectProps {
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

function RoundingSelect({ value, onChange }: RoundingSelectProps) {
  const { t } = useLingui();
  return (
    <NativeSelect
      label={t`Show durations rounded to`}
      description={t`Tracked time is stored exactly, whatever is shown`}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {(steps.includes(value) ? steps : [...steps, value]).map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes === 0 ? (
            t`not rounded`
          ) : (
            <Plural value={minutes} one="# minute" other="# minutes" />
          )}
        </option>
      ))}
    </NativeSelect>
  );
}
