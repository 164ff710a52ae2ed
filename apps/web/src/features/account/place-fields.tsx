import { NativeSelect, Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { FieldsProps } from './account-form.tsx';
import { WeekStartSelect } from './week-start-select.tsx';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const currencies = Intl.supportedValuesOf('currency');

/** How the account is called and where it is at home. */
export function PlaceFields({ draft, errors, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: 'currency' });
  return (
    <fieldset className="account-fields">
      <legend>
        <Trans>Account</Trans>
      </legend>
      <TextInput
        label={t`Company or team`}
        value={draft.name}
        error={errors['name']}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t`Time zone`}
        description={t`For new people; everybody can choose their own`}
        data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
        value={draft.zone}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={t`No such time zone. Try the next big city.`}
        error={errors['zone']}
        onChange={(zone) => zone !== null && onChange({ zone })}
      />
      <WeekStartSelect
        label={t`The week begins on`}
        value={draft.weekStart}
        onChange={(weekStart) => onChange({ weekStart })}
      />
      <NativeSelect
        label={t`Currency`}
        data={currencies.map((value) => ({ value, label: `${value} – ${names.of(value) ?? ''}` }))}
        value={draft.currency}
        error={errors['currency']}
        onChange={(event) => onChange({ currency: event.currentTarget.value })}
      />
    </fieldset>
  );
}
