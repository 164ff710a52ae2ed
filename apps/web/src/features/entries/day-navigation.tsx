import { ActionIcon, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { DayChoice } from './day-choice.tsx';

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
      <DayChoice day={day} onChoose={show} />
      {day !== today && (
        <Button className="day-today" variant="default" onClick={() => show(today)}>
          <Trans>Today</Trans>
        </Button>
      )}
    </div>
  );
}
