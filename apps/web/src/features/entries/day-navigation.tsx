import { ActionIcon, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { DayChoice } from './day-choice.tsx';
import type { ShownDay } from './use-day.ts';

/** Goes to the day or week before, the one after, today, or any day of the calendar. */
export function DayNavigation({ shown }: { shown: ShownDay }) {
  const { t } = useLingui();
  const { day, days, today, show, step } = shown;
  const [before, after] =
    days.length > 1 ? [t`Week before`, t`Week after`] : [t`Day before`, t`Day after`];
  return (
    <div className="day-navigation">
      <ActionIcon variant="default" size="lg" aria-label={before} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={after} onClick={() => step(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
      <DayChoice day={day} days={days} onChoose={show} />
      {!days.includes(today) && (
        <Button className="day-today" variant="default" onClick={() => show(today)}>
          <Trans>Today</Trans>
        </Button>
      )}
    </div>
  );
}
