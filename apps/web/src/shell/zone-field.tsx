import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface ZoneFieldProps {
  readonly description: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (zone: string) => void;
}

/** Asks for a time zone. */
export function ZoneField({ value, onChange, ...look }: ZoneFieldProps) {
  const { t } = useLingui();
  return (
    <Select
      {...look}
      label={t`Time zone`}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t`No such time zone. Try the next big city.`}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
