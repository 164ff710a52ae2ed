import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { ZoneField } from '../../shell/zone-field.tsx';
import type { FieldsProps } from '../../shell/settings-form.tsx';
import type { AccountDraft } from './account-draft.ts';
import { WeekStartSelect } from './week-start-select.tsx';

const currencies = Intl.supportedValuesOf('currency');

/** How the account is called and where it is at home. */
export function PlaceFields({ draft, errors, onChange }: FieldsProps<AccountDraft>) {
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
      <ZoneField
        description={t`For new people; everybody can choose their own`}
        value={draft.zone}
        error={errors['zone']}
        onChange={(zone) => onChange({ zone })}
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
