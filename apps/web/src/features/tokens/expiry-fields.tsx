import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { lifetimes, type Expiry } from './expiry.ts';

interface ExpiryFieldsProps {
  readonly expiry: Expiry;
  readonly error: string | undefined;
  readonly onChange: (expiry: Expiry) => void;
}

/** Chooses when a token expires. */
export function ExpiryFields({ expiry, error, onChange }: ExpiryFieldsProps) {
  const { t } = useLingui();
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t`It expires`}
        value={'after' in expiry ? String(expiry.after) : 'on' in expiry ? 'on' : 'never'}
        data={[
          ...lifetimes.map((days) => ({
            value: String(days),
            label: t`after ${plural(days, { one: '# day', other: '# days' })}`,
          })),
          { value: 'on', label: t`on a day of my choice` },
          { value: 'never', label: t`never` },
        ]}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'never') onChange({ never: true });
          else onChange(value === 'on' ? { on: '' } : { after: Number(value) });
        }}
      />
      {'on' in expiry && (
        <TextInput
          type="date"
          aria-label={t`Last day`}
          value={expiry.on}
          error={error}
          onChange={(event) => onChange({ on: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
