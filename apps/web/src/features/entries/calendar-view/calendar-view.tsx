import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { addDays } from '@timegrove/domain/time/day.ts';
import { useMemo } from 'react';
import { usePhone } from '../../../shell/phone.ts';
import { Unexpected } from '../../../shell/unexpected-screen.tsx';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { LinesSkeleton } from '../lines-skeleton.tsx';
import { useRangeEntries } from '../use-range-entries.ts';
import { ViewHead } from '../view-head.tsx';
import type { TimesheetViewProps } from '../view-props.ts';
import { dayScale } from './day-scale.ts';
import { TimeGrid } from './time-grid.tsx';
import './calendar-view.css';

/** The entries of a week or a day as a calendar, to draw, move and stretch them. */
export function CalendarView({ navigation, ...props }: TimesheetViewProps) {
  const { days } = props.shown;
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  // What began the day before, or belongs to a neighbouring day in another zone, reaches in.
  const { entries, stored } = useRangeEntries(addDays(first, -1), addDays(last, 1));
  const ofDays = useMemo(
    () => entries?.filter(({ day }) => first <= day && day <= last),
    [entries, first, last],
  );
  const zone = browserZone();
  const scale = useMemo(() => dayScale(days, zone), [days, zone]);
  return (
    <>
      <ViewHead
        navigation={
          <>
            {navigation}
            <WidthSwitch shown={props.shown} />
          </>
        }
        entries={ofDays}
      />
      {entries === undefined && <LinesSkeleton />}
      {stored.isLoadingError && (
        <Unexpected error={stored.error} reset={() => void stored.refetch()} />
      )}
      {entries !== undefined && (
        <TimeGrid key={`${first} ${last}`} {...props} entries={entries} scale={scale} />
      )}
    </>
  );
}

/** Leads from the week of the calendar to one day of it, and back, where there is room for a week. */
function WidthSwitch({ shown: { view, showView } }: Pick<TimesheetViewProps, 'shown'>) {
  const narrow = usePhone();
  if (narrow) return null;
  const isDay = view === 'calendar-day';
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      data-focus="width"
      onClick={() => showView(isDay ? 'calendar' : 'calendar-day')}
    >
      {isDay ? <Trans>Whole week</Trans> : <Trans>One day</Trans>}
    </Button>
  );
}
