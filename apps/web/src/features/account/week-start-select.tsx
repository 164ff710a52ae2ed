import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

interface WeekStartSelectProps {
  readonly label: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly value: number;
  readonly onChange: (weekStart: number) => void;
}

/** Weekdays in the order of ISO 8601; the first of January 2024 was a Monday. */
const weekdays = Array.from({ length: 7 }, (_, nth) => Date.UTC(2024, 0, 1 + nth));

/** Chooses the first day of the week, by the names of the reader's language. */
export function WeekStartSelect({ label, value, onChange }: WeekStartSelectProps) {
  const { i18n } = useLingui();
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={weekdays.map((at, nth) => ({
        value: String(nth + 1),
        label: i18n.date(new Date(at), { weekday: 'long', timeZone: 'UTC' }),
      }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
