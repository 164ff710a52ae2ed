import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useCalendarWords } from './use-calendar-words.ts';

interface CalendarProps {
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** A month to choose a day from; loaded when it is first opened. */
export function Calendar({ day, onChoose }: CalendarProps) {
  const words = useCalendarWords();
  return (
    <DatePicker
      value={day}
      defaultDate={day}
      ariaLabels={words}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}
