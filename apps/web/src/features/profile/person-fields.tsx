import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { useWeekdays } from '../../shell/use-weekdays.ts';
import { ZoneField } from '../../shell/zone-field.tsx';
import { useMe } from '../session/queries.ts';
import type { FieldsProps } from '../../shell/settings-form.tsx';
import type { ProfileDraft } from './profile-draft.ts';

/** Each language by its own name. */
const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  pl: 'Polski',
};

/** Who somebody is, and where. */
export function PersonFields({ draft, errors, onChange }: FieldsProps<ProfileDraft>) {
  const { t } = useLingui();
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>You</Trans>
      </legend>
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        autoComplete="name"
        value={draft.name}
        error={errors['name']}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Language`}
        value={draft.language ?? ''}
        data={[
          { value: '', label: t`Like the browser` },
          ...languages.map((value) => ({ value, label: languageNames[value] })),
        ]}
        onChange={(event) => {
          const chosen = languages.find((known) => known === event.currentTarget.value);
          onChange({ language: chosen ?? null });
        }}
      />
      <ZoneField
        description={t`New time belongs to the day that it is there; old time keeps its own zone`}
        value={draft.zone}
        error={errors['zone']}
        onChange={(zone) => onChange({ zone })}
      />
      <OwnWeekStart value={draft.weekStart} onChange={(weekStart) => onChange({ weekStart })} />
    </fieldset>
  );
}

interface OwnWeekStartProps {
  readonly value: number | null;
  readonly onChange: (weekStart: number | null) => void;
}

function OwnWeekStart({ value, onChange }: OwnWeekStartProps) {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const usual = weekdays[useMe().account.weekStart - 1] ?? '';
  return (
    <NativeSelect
      label={t`The week begins on`}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: t`Like the account (${usual})` },
        ...weekdays.map((name, nth) => ({ value: String(nth + 1), label: name })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
    />
  );
}
