import { Popover, UnstyledButton } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { regionalLocale } from '../../shell/locale.ts';
import { dayText } from './day-text.ts';
import { useCalendarWords } from './use-calendar-words.ts';
import './day-choice.css';

interface DayChoiceProps {
  readonly day: string;
  readonly onChoose: (day: string) => void;
  /** Looks like a field of a form instead of a heading. */
  readonly field?: boolean;
}

/** Shows a day and opens a calendar to choose another. */
export function DayChoice({ day, onChoose, field = false }: DayChoiceProps) {
  const words = useCalendarWords();
  const [opened, setOpened] = useState(false);
  const choose = (chosen: string | null): void => {
    setOpened(false);
    if (chosen !== null) onChoose(chosen);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={field ? 'day-choice day-choice-field' : 'day-choice'}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={18} aria-hidden className="wide-only" />
          <span className="wide-only">{dayText(day, regionalLocale())}</span>
          <span className="phone-only">{dayText(day, regionalLocale(), 'short')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker value={day} defaultDate={day} ariaLabels={words} onChange={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}
