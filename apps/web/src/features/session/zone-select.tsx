import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

const zones = Intl.supportedValuesOf('timeZone');

/** The zone of this browser, as an IANA name. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Asks for a time zone; the browser's own is already chosen. */
export function ZoneSelect({ error }: { error: string | undefined }) {
  const { t } = useLingui();
  const own = browserZone();
  const data = zones.includes(own) ? zones : [own, ...zones];
  return (
    <Select
      name="zone"
      label={t`Time zone`}
      data={data}
      defaultValue={own}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t`No such time zone. Try the next big city.`}
      error={error}
    />
  );
}
