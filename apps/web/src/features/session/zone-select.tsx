import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';

const zones = Intl.supportedValuesOf('timeZone');

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
