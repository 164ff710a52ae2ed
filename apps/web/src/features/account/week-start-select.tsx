import { NativeSelect } from '@mantine/core';
import { useWeekdays } from '../../shell/use-weekdays.ts';

interface WeekStartSelectProps {
  readonly label: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly value: number;
  readonly onChange: (weekStart: number) => void;
}

/** Chooses the first day of the week, by the names of the reader's language. */
export function WeekStartSelect({ label, value, onChange }: WeekStartSelectProps) {
  const weekdays = useWeekdays();
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={weekdays.map((name, nth) => ({ value: String(nth + 1), label: name }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
