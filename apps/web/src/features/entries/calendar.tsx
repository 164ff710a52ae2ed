import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { regionalLocale } from '../../shell/locale.ts';
import { useWeekStart } from '../session/use-week-start.ts';
import { useCalendarWords } from './use-calendar-words.ts';

/** The days of the week as the calendar counts them, from Sunday on. */
const countedDays = [0, 1, 2, 3, 4, 5, 6] as const;

interface CalendarProps {
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** A month to choose a day from; loaded when it is first opened. */
export function Calendar({ day, onChoose }: CalendarProps) {
  const words = useCalendarWords();
  const firstDayOfWeek = countedDays[useWeekStart() % 7] ?? 1;
  return (
    <DatePicker
      value={day}
      defaultDate={day}
      ariaLabels={words}
      weekdayFormat={weekday}
      monthLabelFormat={written({ month: 'long', year: 'numeric' })}
      monthsListFormat={written({ month: 'short' })}
      getDayAriaLabel={written({ dateStyle: 'long' })}
      firstDayOfWeek={firstDayOfWeek}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}

// Some languages shorten with a full stop, for which there is no room.
function weekday(day: string): string {
  return written({ weekday: 'short' })(day).replace(/\.$/, '');
}

/** Writes days of the calendar in a form, as the reader's locale does. */
function written(form: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(regionalLocale(), { ...form, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}
