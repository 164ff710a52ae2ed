import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { regionalLocale } from '../../shell/locale.ts';
import { dayText } from './day-text.ts';

interface DayNavigationProps {
  readonly day: string;
  readonly today: string;
  readonly show: (day: string) => void;
  readonly step: (days: number) => void;
}

/** Goes to the day before, the day after, today, or any day of the calendar. */
export function DayNavigation({ day, today, show, step }: DayNavigationProps) {
  const { t } = useLingui();
  return (
    <div className="day-navigation">
      <ActionIcon variant="default" size="lg" aria-label={t`Day before`} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t`Day after`} onClick={() => step(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
      <DayChoice day={day} show={show} />
      {day !== today && (
        <Button variant="default" onClick={() => show(today)}>
          <Trans>Today</Trans>
        </Button>
      )}
    </div>
  );
}

function DayChoice({ day, show }: Pick<DayNavigationProps, 'day' | 'show'>) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className="day-choice" onClick={() => setOpened(!opened)}>
          <IconCalendar size={18} aria-hidden />
          <span className="wide-only">{dayText(day, regionalLocale())}</span>
          <span className="phone-only">{dayText(day, regionalLocale(), 'short')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={day}
          defaultDate={day}
          onChange={(chosen) => {
            setOpened(false);
            if (chosen !== null) show(chosen);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
