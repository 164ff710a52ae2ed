import { lazy, Suspense } from 'react';
import { DayView } from './day-view.tsx';
import { LinesSkeleton } from './lines-skeleton.tsx';
import { ViewHead } from './view-head.tsx';
import type { TimesheetViewProps } from './view-props.ts';

const WeekView = lazy(async () => {
  const module = await import('./week/week-view.tsx');
  return { default: module.WeekView };
});

const CalendarView = lazy(async () => {
  const module = await import('./calendar-view/calendar-view.tsx');
  return { default: module.CalendarView };
});

interface ShownViewProps extends TimesheetViewProps {
  readonly onAdd: () => void;
}

/** The timesheet as the address says to look at it. */
export function ShownView({ onAdd, ...props }: ShownViewProps) {
  const { shown, navigation } = props;
  if (shown.view === 'day') return <DayView {...props} onAdd={onAdd} />;
  const waiting = (
    <>
      <ViewHead navigation={navigation} entries={undefined} />
      <LinesSkeleton />
    </>
  );
  return (
    <Suspense fallback={waiting}>
      {shown.view === 'week' ? <WeekView {...props} /> : <CalendarView {...props} />}
    </Suspense>
  );
}
