import { Popover, Skeleton, UnstyledButton } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { regionalLocale } from '../../shell/locale.ts';
import { daysText, dayText, type DayForm } from './day-text.ts';
import './day-choice.css';

const Calendar = lazy(async () => {
  const module = await import('./calendar.tsx');
  return { default: module.Calendar };
});

interface DayChoiceProps {
  readonly day: string;
  /** Shown in place of the day: the days that it stands for. */
  readonly days?: readonly string[];
  readonly onChoose: (day: string) => void;
  /** Looks like a field of a form instead of a heading. */
  readonly field?: boolean;
}

/** Shows a day and opens a calendar to choose another. */
export function DayChoice({ day, days = [day], onChoose, field = false }: DayChoiceProps) {
  const [opened, setOpened] = useState(false);
  const choose = (chosen: string): void => {
    setOpened(false);
    onChoose(chosen);
  };
  const text = (form?: DayForm): string =>
    days.length > 1 ? daysText(days, regionalLocale(), form) : dayText(day, regionalLocale(), form);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={field ? 'day-choice day-choice-field' : 'day-choice'}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={18} aria-hidden className="wide-only" />
          <span className="day-long">{text()}</span>
          <span className="day-short">{text('short')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Skeleton width={252} height={266} />}>
          <Calendar day={day} onChoose={choose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
