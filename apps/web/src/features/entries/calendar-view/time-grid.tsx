import FullCalendar, { type CalendarOptions } from '@fullcalendar/react';
import interaction from '@fullcalendar/react/interaction';
import '@fullcalendar/react/skeleton.css';
import timeGrid from '@fullcalendar/react/timegrid';
import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { daySpan } from '@timegrove/domain/time/day.ts';
import { hour, minute } from '@timegrove/domain/time/span.ts';
import { useMemo } from 'react';
import { regionalLocale } from '../../../shell/locale.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { useWeekStart } from '../../session/use-week-start.ts';
import type { TimesheetViewProps } from '../view-props.ts';
import { backgroundEvents, entryEvents } from './calendar-events.ts';
import { classes } from './classes.ts';
import { contentsOf } from './contents.tsx';
import type { DayScale } from './day-scale.ts';
import { useCalendarRules } from './use-calendar-rules.ts';
import { useDragging } from './use-dragging.ts';
import { useMinute } from './use-minute.ts';

/** What the calendar shows, and where. */
export interface TimeGridProps extends Omit<TimesheetViewProps, 'navigation'> {
  readonly entries: readonly Entry[];
  readonly scale: DayScale;
}

// A pointer takes hold of every five minutes. What is dragged jumps to the middle of its step, so
// that larger steps would be felt.
const steps = hour / (5 * minute);
const rowHeight = 44;
const plugins = [timeGrid, interaction];

const always: CalendarOptions = {
  ...classes,
  plugins,
  // The days of the calendar are made even, see `DayScale`; so it need not know about zones.
  timeZone: 'UTC',
  headerToolbar: false,
  allDaySlot: false,
  nowIndicator: true,
  eventInteractive: true,
  eventResizableFromStart: true,
  slotEventOverlap: false,
  selectMirror: true,
  selectMinDistance: 4,
  longPressDelay: 350,
  slotMinHeight: rowHeight / steps,
  eventShortHeight: 34,
  eventMinHeight: 16,
  dragRevertDuration: 0,
  height: '100%',
  viewDidMount: ({ el }) => makeScrollable(el),
};

/** Lets the keyboard scroll the hours also where there is no entry to go to. */
function makeScrollable(view: HTMLElement): void {
  for (const part of view.querySelectorAll('div')) {
    if (getComputedStyle(part).overflowY === 'auto') {
      part.tabIndex = 0;
      // What can be focused stands for itself, so it is the group that holds the rows.
      part.parentElement?.setAttribute('role', 'none');
      part.setAttribute('role', 'rowgroup');
    }
  }
}

/** The days with their entries, below each other by the hours of the clock. */
export function TimeGrid(props: TimeGridProps) {
  const { t } = useLingui();
  const { shown, entries, scale, onEdit } = props;
  const { days, day } = shown;
  const { rowLength, placeOf } = scale;
  const now = useMinute();
  const events = useEvents(props, now);
  const { mayOpen, ...dragging } = useDragging(props);
  const entryOf = (wanted: string) => entries.find(({ id }) => id === wanted);
  const firstDay = useWeekStart() % 7;
  return (
    <div className="calendar-frame">
      <FullCalendar
        {...always}
        {...dragging}
        {...contentsOf({ scale, now, entryOf })}
        initialView={days.length > 1 ? 'timeGridWeek' : 'timeGridDay'}
        initialDate={day}
        firstDay={firstDay}
        dayHeaders={days.length > 1}
        events={events}
        now={new Date(placeOf(now)).toISOString()}
        slotDuration={{ milliseconds: Math.round(rowLength / steps) }}
        slotHeaderInterval={{ milliseconds: rowLength }}
        scrollTime={{ milliseconds: 7 * rowLength }}
        locale={regionalLocale()}
        timedText={t`Time`}
        eventClick={({ event }) => {
          const entry = entryOf(event.id);
          if (entry !== undefined && mayOpen) onEdit({ kind: 'old', entry });
        }}
      />
    </div>
  );
}

function useEvents({ shown, entries, scale }: TimeGridProps, now: number) {
  const { days, today } = shown;
  const { takes } = useCalendarRules(today);
  return useMemo(() => {
    const zone = browserZone();
    const { start } = daySpan(days[0] ?? today, zone);
    const { end } = daySpan(days.at(-1) ?? today, zone);
    const drawn = { now, scale };
    const mayChange = ({ startedAt }: Entry): boolean => {
      const at = Date.parse(startedAt);
      return takes({ start: at, end: at });
    };
    return [
      ...entryEvents(entries, { ...drawn, mayChange }),
      ...backgroundEvents({ start, end }, drawn),
    ];
  }, [days, today, entries, scale, now, takes]);
}
